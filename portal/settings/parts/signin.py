"""Sign-in by allauth: e-mail and password, authenticator or passkey, a list of one's sessions. By invitation only."""

ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_ADAPTER = "portal.accounts.adapter.InvitationOnlyAdapter"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_FORMS = {
    "login": "portal.accounts.forms.signin.SignInForm",
    "change_password": "portal.accounts.forms.signin.NewPasswordForm",
}
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
# A mail to whoever is not known here would let a stranger write to anybody in our name.
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
# Somebody else's change of a password or of a second factor must not go unnoticed.
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": "10/m/ip,5/5m/key",
    "reset_password": "10/m/ip,5/m/key",
    "keep_form": "20/h/ip",
    "explain_deadline": "120/m/ip",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_FORMS = {"add_webauthn": "portal.accounts.forms.signin.AddPasskeyForm"}
MFA_TOTP_ISSUER = "Readmission Academy"
# Tracking would cost a write on every request.
USERSESSIONS_TRACK_ACTIVITY = False
# Staff must carry a second factor; the demo switches this off and says so in a banner.
STAFF_MFA_REQUIRED = True
MFA_ADAPTER = "portal.accounts.adapter.SecondFactorAdapter"
