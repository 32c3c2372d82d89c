"""Stands for a hardware token that holds a P-256 key: `p256_token.py new KEY` prints the public key,
`p256_token.py sign KEY FILE OUT` signs a file."""

import sys
from pathlib import Path

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec


def new(file):
    key = ec.generate_private_key(ec.SECP256R1())
    plain = serialization.NoEncryption()
    form = serialization.PrivateFormat.PKCS8
    Path(file).write_bytes(key.private_bytes(serialization.Encoding.PEM, form, plain))
    form = serialization.PublicFormat.SubjectPublicKeyInfo
    public = key.public_key().public_bytes(serialization.Encoding.PEM, form)
    print(public.decode(), end="")


def sign(file, message, out):
    key = serialization.load_pem_private_key(Path(file).read_bytes(), None)
    signature = key.sign(Path(message).read_bytes(), ec.ECDSA(hashes.SHA256()))
    Path(out).write_bytes(signature)


{"new": new, "sign": sign}[sys.argv[1]](*sys.argv[2:])
