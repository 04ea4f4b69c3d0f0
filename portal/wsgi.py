import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.production")
application = get_wsgi_application()

# Some 400,000 objects of the frameworks live as long as the process; walking them again and again in search of
# garbage costs a heavy page a tenth of its time.
gc.collect()
gc.freeze()
gc.set_threshold(20_000, 20, 20)
