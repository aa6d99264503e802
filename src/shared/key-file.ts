import {
  type KeyFile,
  type KeyVersions,
  keyBytes,
  type LocalKeyRing,
  localKeyRing,
  nonceBytes,
  readKeyFile,
} from './keys.ts'

/** Asks for the file each time, so that what another process has changed in it holds at once. */
export function keyRingFrom(read: () => string): LocalKeyRing {
  let last: { text: string; file: KeyFile } | undefined
  return localKeyRing(() => {
    const text = read()
    if (last?.text !== text) last = { text, file: readKeyFile(text) }
    return last.file
  })
}

type Outside = {
  read: () => string
  /** Whole or not at all. */
  write: (text: string) => void
  now: () => Date
  randomBytes: (size: number) => Buffer
}

/** The versions of the keys in a file. */
export function fileVersions({ read, write, now, randomBytes }: Outside): KeyVersions {
  const content = () => readKeyFile(read())
  return {
    versions: async () => {
      const { keys, made } = content()
      return Object.keys(keys).map((version) => ({ version: Number(version), madeAt: dateOf(made[version]) }))
    },
    addVersion: async () => {
      const before = content()
      const version = Math.max(...Object.keys(before.keys).map(Number)) + 1
      const keys = { ...before.keys, [version]: randomBytes(keyBytes) }
      const made = { ...before.made, [version]: now().toISOString() }
      write(keyFileText({ ...before, current: version, keys, made }))
    },
    rewrap: async (subjectKeys) => {
      const file = content()
      const { wrap, unwrap } = localKeyRing(() => file)
      return subjectKeys.map(({ subjectId, ...key }) => ({
        subjectId,
        ...wrap(subjectId, unwrap(subjectId, key), randomBytes(nonceBytes), key.compartment),
      }))
    },
    destroyBefore: async (version) => {
      const before = content()
      write(keyFileText({ ...before, keys: from(version, before.keys), made: from(version, before.made) }))
    },
  }
}

export function keyFileText({ current, keys, made, hash }: KeyFile): string {
  const texts = Object.entries(keys).map(([version, bytes]) => [version, bytes.toString('base64')])
  const content = { current, keys: Object.fromEntries(texts), made, hash: hash.toString('base64') }
  return `${JSON.stringify(content, null, 2)}\n`
}

const from = <T>(first: number, of: Record<string, T>): Record<string, T> =>
  Object.fromEntries(Object.entries(of).filter(([version]) => Number(version) >= first))

const dateOf = (text: string | undefined) => (text === undefined ? undefined : new Date(text))
