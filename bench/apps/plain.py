"""Smallest possible intake handlers, to learn what a Python HTTP stack can reach.
Each decodes the posted JSON fully and answers {"accepted": n}. No storage.

  uvicorn plain:starlette_app | fastapi_app | fastapi_model_app | litestar_app | asgi_app | asgi_typed_app
  granian --interface asgi plain:asgi_app ;  granian --interface rsgi plain:rsgi_app
"""

import json

import msgspec


class Alert(msgspec.Struct):
    labels: dict[str, str]
    annotations: dict[str, str] = {}
    status: str = "firing"
    startsAt: str = ""
    endsAt: str = ""
    generatorURL: str = ""
    fingerprint: str = ""


class Hook(msgspec.Struct):
    version: str
    groupKey: str
    status: str
    receiver: str
    alerts: list[Alert]
    groupLabels: dict[str, str] = {}
    commonLabels: dict[str, str] = {}
    externalURL: str = ""


_dec = msgspec.json.Decoder(Hook)
_H = [(b"content-type", b"application/json")]


async def _body(receive):
    m = await receive()
    b = m.get("body", b"")
    while m.get("more_body"):
        m = await receive()
        b += m.get("body", b"")
    return b


def _asgi(decode):
    async def app(scope, receive, send):
        if scope["type"] == "lifespan":
            while True:
                m = await receive()
                await send({"type": m["type"] + ".complete"})
                if m["type"] == "lifespan.shutdown":
                    return
        out = b'{"accepted":%d}' % decode(await _body(receive))
        await send(
            {
                "type": "http.response.start",
                "status": 202,
                "headers": [*_H, (b"content-length", b"%d" % len(out))],
            }
        )
        await send({"type": "http.response.body", "body": out})

    return app


asgi_app = _asgi(lambda b: len(json.loads(b)["alerts"]))
asgi_typed_app = _asgi(lambda b: len(_dec.decode(b).alerts))


async def rsgi_app(scope, proto):
    n = len(_dec.decode(await proto()).alerts)
    proto.response_bytes(202, [("content-type", "application/json")], b'{"accepted":%d}' % n)


try:
    from starlette.applications import Starlette
    from starlette.responses import Response
    from starlette.routing import Route

    async def _st(request):
        n = len(_dec.decode(await request.body()).alerts)
        return Response(b'{"accepted":%d}' % n, 202, media_type="application/json")

    starlette_app = Starlette(routes=[Route("/", _st, methods=["POST"])])
except ImportError:
    pass
try:
    from fastapi import FastAPI, Request
    from pydantic import BaseModel

    class PAlert(BaseModel):
        labels: dict[str, str]
        annotations: dict[str, str] = {}
        status: str = "firing"
        startsAt: str = ""
        endsAt: str = ""
        generatorURL: str = ""
        fingerprint: str = ""

    class PHook(BaseModel):
        version: str
        groupKey: str
        status: str
        receiver: str
        alerts: list[PAlert]
        groupLabels: dict[str, str] = {}
        commonLabels: dict[str, str] = {}
        externalURL: str = ""

    fastapi_app = FastAPI()
    fastapi_model_app = FastAPI()

    @fastapi_app.post("/", status_code=202)
    async def _f(request: Request):
        return {"accepted": len((await request.json())["alerts"])}

    @fastapi_model_app.post("/", status_code=202)
    async def _fm(hook: PHook):
        return {"accepted": len(hook.alerts)}
except ImportError:
    pass
try:
    from litestar import Litestar, post

    @post("/", status_code=202)
    async def _l(data: Hook) -> dict[str, int]:
        return {"accepted": len(data.alerts)}

    litestar_app = Litestar([_l], openapi_config=None)
except ImportError:
    pass
