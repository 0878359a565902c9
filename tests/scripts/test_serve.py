"""Serving says at once when it cannot."""

import socket

import serve


def test_a_port_in_use_is_told_with_another_one_to_type(capsys):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        assert serve.serve("127.0.0.1", port) == 2
    said = capsys.readouterr().err
    assert f"Port {port} of 127.0.0.1 cannot be used" in said
    assert "python3 scripts/serve.py --port " in said
