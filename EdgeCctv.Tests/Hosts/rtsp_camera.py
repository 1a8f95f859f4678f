"""A real RTSP camera for the tests: GStreamer's own server. Says on standard output what happens on its side of the connection.

usage: rtsp_camera.py LAUNCH [USER PASSWORD]
"""
import sys

import gi

gi.require_version("Gst", "1.0")
gi.require_version("GstRtspServer", "1.0")
from gi.repository import GLib, Gst, GstRtspServer  # noqa: E402


def say(text):
    print(text, flush=True)


def on_client(_server, client):
    say("client connected")
    client.connect("closed", lambda _client: say("client closed"))


def protect(server, factory, user, password):
    auth = GstRtspServer.RTSPAuth()
    token = GstRtspServer.RTSPToken()
    token.set_string("media.factory.role", "user")
    auth.add_basic(GstRtspServer.RTSPAuth.make_basic(user, password), token)
    server.set_auth(auth)
    permissions = GstRtspServer.RTSPPermissions()
    permissions.add_permission_for_role("user", "media.factory.access", True)
    permissions.add_permission_for_role("user", "media.factory.construct", True)
    factory.set_permissions(permissions)


Gst.init(None)
server = GstRtspServer.RTSPServer()
server.set_address("127.0.0.1")
server.set_service("0")
factory = GstRtspServer.RTSPMediaFactory()
factory.set_launch(sys.argv[1])
factory.set_shared(True)
if len(sys.argv) > 3:
    protect(server, factory, sys.argv[2], sys.argv[3])
server.get_mount_points().add_factory("/live", factory)
server.connect("client-connected", on_client)
server.attach(None)
say(f"port {server.get_bound_port()}")
GLib.MainLoop().run()
