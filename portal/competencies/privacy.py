from portal.accounts.api import personal_data

personal_data("competencies.Evidence")
