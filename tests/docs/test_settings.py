"""The page of settings is the settings."""

from agents.settings import Settings
from tools.settings_page import PAGE, page


def test_the_page_is_what_the_settings_say():
    assert PAGE.read_text(encoding="utf-8") == page(), "run `python -m tools.settings_page`"


def test_every_setting_has_its_meaning():
    assert [name for name, field in Settings.model_fields.items() if not field.description] == []
