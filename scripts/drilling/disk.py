"""A disk that forgets: what a folder holds, and what of it would outlast a power cut.

What is written to a file is pending until the file is synced, and a name that is given, moved or taken away until its
folder is. A cut keeps what was synced, and of what was pending either nothing, or whatever chance leaves: of each file
some of its writes, whole or torn between two sectors of the disk, and of each folder's changes the first few. That is as
little as POSIX promises: real file systems keep more.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from random import Random

SECTOR = 512


@dataclass(frozen=True, slots=True)
class Write:
    """Bytes written at an offset; with none the file is cut off or extended to it."""

    offset: int
    data: bytes | None


@dataclass(slots=True, eq=False)
class File:
    """A file's content as it is durable, and what was done to it since; `size` is that of all of it."""

    content: bytes = b""
    size: int = 0
    pending: list[Write] = field(default_factory=list)

    def write(self, write: Write) -> None:
        self.pending.append(write)
        self.size = write.offset if write.data is None else max(self.size, write.offset + len(write.data))

    def sync(self) -> None:
        self.content = _applied(self.content, self.pending)
        self.pending.clear()

    def after_a_cut(self, chance: Random | None) -> bytes:
        """What is left of it."""
        return _applied(self.content, _survivors(self.pending, chance)) if chance else self.content


@dataclass(slots=True, eq=False)
class Folder:
    """A folder's names as they are now and as they are durable."""

    names: dict[str, Node] = field(default_factory=dict)
    durable: dict[str, Node] = field(default_factory=dict)


Node = File | Folder
Left = dict[
    PurePosixPath, bytes | None
]  # the bytes of each file, and none of a folder, which stands before what it holds


@dataclass(frozen=True, slots=True)
class Naming:
    """Names given and (with None) taken away in one step, as a rename does both."""

    steps: tuple[tuple[Folder, str, Node | None], ...]


class Disk:
    """The tree under one folder."""

    def __init__(self, held: Path) -> None:
        """Everything that the folder holds now is durable."""
        self.root = _folder_of(held)
        self._pending: list[Naming] = []

    def node(self, path: PurePosixPath) -> Node | None:
        """What a path within the tree leads to now."""
        at: Node | None = self.root
        for name in path.parts:
            at = at.names.get(name) if isinstance(at, Folder) else None
        return at

    def name(self, path: PurePosixPath, node: Node | None) -> None:
        """Give a name, or take it away."""
        self._do(Naming((self._step(path, node),)))

    def rename(self, old: PurePosixPath, new: PurePosixPath) -> None:
        self._do(Naming((self._step(old, None), self._step(new, self.node(old)))))

    def sync(self, node: Node) -> None:
        """What was done to a file, or to a folder's names, is durable from now on."""
        if isinstance(node, File):
            node.sync()
            return
        left = []
        for naming in self._pending:
            if any(folder is node for folder, _name, _node in naming.steps):
                for folder, name, named in naming.steps:
                    _set(folder.durable, name, named)
            else:
                left.append(naming)
        self._pending = left

    def after_a_cut(self, chance: Random | None) -> Left:
        """What a cut at this moment leaves: with no chance only what was synced."""
        names: dict[int, dict[str, Node]] = {}
        stopped: set[int] = set()
        for naming in self._pending if chance else ():
            folders = {id(folder) for folder, _name, _node in naming.steps}
            if folders & stopped or (chance and chance.random() < 0.3):
                stopped |= folders
            else:
                for folder, name, named in naming.steps:
                    _set(names.setdefault(id(folder), dict(folder.durable)), name, named)
        return dict(_left(self.root, names, PurePosixPath(), chance))

    def _do(self, naming: Naming) -> None:
        for folder, name, node in naming.steps:
            _set(folder.names, name, node)
        self._pending.append(naming)

    def _step(self, path: PurePosixPath, node: Node | None) -> tuple[Folder, str, Node | None]:
        folder = self.node(path.parent)
        if not isinstance(folder, Folder):
            raise LookupError(f"{path} is named in no folder")
        return folder, path.name, node


def _set(names: dict[str, Node], name: str, node: Node | None) -> None:
    if node is None:
        names.pop(name, None)
    else:
        names[name] = node


def _folder_of(held: Path) -> Folder:
    names: dict[str, Node] = {}
    for path in held.iterdir():
        if path.is_dir():
            names[path.name] = _folder_of(path)
        else:
            content = path.read_bytes()
            names[path.name] = File(content, len(content))
    return Folder(names, dict(names))


def _applied(content: bytes, writes: list[Write]) -> bytes:
    made = bytearray(content)
    for write in writes:
        end = write.offset + len(write.data or b"")
        if len(made) < end:
            made.extend(bytes(end - len(made)))
        if write.data is None:
            del made[write.offset :]
        else:
            made[write.offset : end] = write.data
    return bytes(made)


def _survivors(writes: list[Write], chance: Random) -> list[Write]:
    share = chance.random()
    left = []
    for write in writes:
        if chance.random() >= share:
            continue
        torn = chance.random() < 0.1 and write.data is not None and len(write.data) > SECTOR
        if torn and write.data is not None:
            at = SECTOR - write.offset % SECTOR + SECTOR * chance.randrange(len(write.data) // SECTOR)
            left.append(Write(write.offset, write.data[:at]))
        else:
            left.append(write)
    return left


def _left(
    folder: Folder, names: dict[int, dict[str, Node]], at: PurePosixPath, chance: Random | None
) -> Iterator[tuple[PurePosixPath, bytes | None]]:
    for name, node in names.get(id(folder), folder.durable).items():
        if isinstance(node, Folder):
            yield at / name, None
            yield from _left(node, names, at / name, chance)
        else:
            yield at / name, node.after_a_cut(chance)


def write(left: Left, target: Path) -> None:
    """Let the folder `target` hold that and nothing else."""
    emptied(target)
    for path, content in left.items():
        if content is None:
            (target / path).mkdir()
        else:
            (target / path).write_bytes(content)


def emptied(folder: Path) -> Path:
    """The folder, with nothing in it."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder
