"""Which network addresses a page may be fetched from: public ones, unless the user allows private ones.

A page from the web can name or redirect to `http://localhost/` or `http://169.254.169.254/`, and a name server can
answer with a public address when asked first and a private one when asked again. So a name is resolved once, what it
resolves to is judged, and the connection goes to that very address; TLS still checks the certificate of the name.
"""

from __future__ import annotations

import ipaddress
import socket
import time
from collections.abc import Callable, Iterable
from ssl import SSLContext
from typing import Any

import httpcore

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolver = Callable[[str, int], list[str]]
"""Host name and port → the addresses it stands for."""

# Addresses that a gateway turns into the IPv4 address in their last four bytes (RFC 6052).
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_LOCAL_NAT64 = ipaddress.ip_network("64:ff9b:1::/48")


class PrivateAddressError(Exception):
    """A host stands for none but private addresses; `str()` is «host (address)»."""


def resolve(host: str, port: int) -> list[str]:
    """The addresses of a host by the system's resolver; a literal address, in any spelling, is its own."""
    return list(dict.fromkeys(str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))


def is_public(address: str) -> bool:
    """Whether the address is on the public internet: not private, loopback, link-local, shared, multicast, reserved."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    return all(_is_global(each) for each in (ip, *_embedded(ip)))


def _is_global(ip: IPAddress) -> bool:
    if isinstance(ip, ipaddress.IPv6Address) and (ip.ipv4_mapped or ip in _NAT64):
        return True  # judged by the IPv4 address within
    if isinstance(ip, ipaddress.IPv6Address) and (ip.is_site_local or ip in _LOCAL_NAT64):
        return False
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified or ip.is_loopback)


def _embedded(ip: IPAddress) -> Iterable[IPAddress]:
    """The IPv4 addresses that an IPv6 address carries its packets to."""
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.ipv4_mapped:
            yield ip.ipv4_mapped
        if ip.sixtofour:
            yield ip.sixtofour
        if ip.teredo:
            yield from ip.teredo
        if ip in _NAT64:
            yield ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)


class CheckedBackend(httpcore.SyncBackend):
    """Connects to judged addresses only, and lets nothing take longer than the deadline, however it drips."""

    def __init__(self, *, allow_private: bool, seconds: float, resolver: Resolver = resolve) -> None:
        self._allow_private = allow_private
        self._resolver = resolver
        self._deadline = time.monotonic() + seconds

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        try:
            addresses = self._resolver(host, port)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(f"no such host: {host}") from error
        allowed = [each for each in addresses if self._allow_private or is_public(each)]
        if addresses and not allowed:
            raise PrivateAddressError(host if host == addresses[0] else f"{host} ({addresses[0]})")
        failure: Exception = httpcore.ConnectError(f"no such host: {host}")
        for address in allowed:
            try:
                seconds = remaining(self._deadline, timeout)
                stream = super().connect_tcp(address, port, seconds, local_address, socket_options)
                return _TimedStream(stream, self._deadline)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        raise failure


def remaining(deadline: float, timeout: float | None) -> float:
    """How many seconds an operation may take; raises httpcore.ReadTimeout when none are left."""
    left = deadline - time.monotonic()
    if left <= 0:
        raise httpcore.ReadTimeout("out of time")
    return left if timeout is None else min(left, timeout)


class _TimedStream(httpcore.NetworkStream):
    """A connection on which every operation ends by the deadline."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: float) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, remaining(self._deadline, timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, remaining(self._deadline, timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        seconds = remaining(self._deadline, timeout)
        return _TimedStream(self._stream.start_tls(ssl_context, server_hostname, seconds), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
