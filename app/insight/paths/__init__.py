"""Trage routes: where referrals wait, go round, or take a detour."""
