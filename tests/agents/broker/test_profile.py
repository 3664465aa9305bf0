"""The two profiles hold what the group protocol and the measured defects ask for."""

import dataclasses

import pytest

from agents.broker import EMBEDDED, KAFKA


@pytest.mark.parametrize("profile", [EMBEDDED, KAFKA], ids=lambda profile: profile.name)
def test_a_member_beats_at_least_three_times_before_it_is_taken_for_dead(profile):
    assert profile.heartbeat_interval * 3 <= profile.session_timeout


def test_the_embedded_broker_gets_one_record_a_batch_and_no_idempotence():
    assert EMBEDDED.producer_max_batch_size == 1
    assert not EMBEDDED.enable_idempotence
    assert KAFKA.enable_idempotence


def test_a_profile_cannot_be_changed_in_place():
    with pytest.raises(dataclasses.FrozenInstanceError):
        EMBEDDED.session_timeout = 1.0
