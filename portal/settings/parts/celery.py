"""Background work: Redis where there is one, else files in a folder (one worker, one machine)."""

from portal.settings.paths import VAR_DIR, env

CELERY_BROKER_URL = env.str("CELERY_BROKER_URL", env.str("REDIS_URL", "") or "filesystem://")
CELERY_QUEUE_DIR = VAR_DIR / "queue"
if CELERY_BROKER_URL.startswith("filesystem"):
    CELERY_BROKER_TRANSPORT_OPTIONS = {
        "data_folder_in": str(CELERY_QUEUE_DIR / "messages"),
        "data_folder_out": str(CELERY_QUEUE_DIR / "messages"),
        "control_folder": str(CELERY_QUEUE_DIR / "control"),
        "store_processed": False,
    }
    for folder in ("messages", "control"):
        (CELERY_QUEUE_DIR / folder).mkdir(parents=True, exist_ok=True)
else:
    CELERY_BROKER_TRANSPORT_OPTIONS = {"socket_connect_timeout": 2, "socket_timeout": 5, "max_retries": 1}
# A broker that is down must cost the person a moment, not the page: what was announced is found again by the reconcile.
CELERY_TASK_PUBLISH_RETRY = False
CELERY_TASK_IGNORE_RESULT = True
# Filling a new site has no worker beside it.
CELERY_TASK_ALWAYS_EAGER = env.bool("CELERY_TASK_ALWAYS_EAGER", False)
CELERY_TASK_ACKS_LATE = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TASK_TIME_LIMIT = 120
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TIMEZONE = "UTC"
CELERY_BEAT_SCHEDULE_FILENAME = str(VAR_DIR / "beat-schedule")
# What a lost message left undone is found again here; each of these may run any number of times.
CELERY_BEAT_SCHEDULE = {
    "reconcile-learning": {"task": "courses.learning.tasks.reconcile", "schedule": 60 * 60},
    "reconcile-certificates": {"task": "courses.certificates.tasks.reconcile", "schedule": 60 * 60},
    "send-pending-mail": {"task": "portal.notify.tasks.send_pending", "schedule": 60 * 60},
    "clear-sessions": {"task": "portal.accounts.tasks.clear_sessions", "schedule": 24 * 60 * 60},
    "end-expired-grants": {"task": "portal.accounts.tasks.end_expired_grants", "schedule": 24 * 60 * 60},
    "forget-old-invitations": {"task": "portal.accounts.tasks.forget_old_invitations", "schedule": 24 * 60 * 60},
}
