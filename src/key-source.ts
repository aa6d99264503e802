import { z } from 'zod'
import { keyRingFrom } from '#shared/key-file.ts'
import {
  type KeyKeeper,
  type KeyRing,
  keyBytes,
  keyText,
  nonceBytes,
  readKeyFile,
  secretsFrom,
} from '#shared/keys.ts'
import { type TransitAddress, transitKeeper } from '#shared/transit-keys.ts'

type Read = (path: string) => string

/** The key file names a key service instead of holding keys: `{ hash, transit: { url, mount, key, tokenFile } }`. */
const service = z.object({
  hash: keyText,
  transit: z.object({
    url: z.url().refine((url) => !url.endsWith('/')),
    mount: z
      .string()
      .regex(/^[\w-]+(\/[\w-]+)*$/)
      .default('transit'),
    key: z.string().regex(/^[\w-]+$/),
    tokenFile: z.string().min(1),
  }),
})

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
const serviceIn = (text: string) => service.safeParse(parsed(text)).data
const namesService = (text: string) => z.object({ transit: z.unknown() }).safeParse(parsed(text)).success

/** The key service that the file names, if it does. */
export function transitIn(text: string, read: Read): TransitAddress | undefined {
  const found = serviceIn(text)?.transit
  if (!found) return undefined
  const { url, mount, key, tokenFile } = found
  return { url, mount, key, token: () => read(tokenFile).trim() }
}

/** The application's keys. `keyFile` gives the text of the key file as it is at each moment. */
export function keyRingOf(keyFile: () => string, read: Read): KeyRing {
  const text = keyFile()
  const [found, address] = [serviceIn(text), transitIn(text, read)]
  return found && address
    ? { ...transitKeeper(address), ...secretsFrom(() => found.hash) }
    : keyRingFrom(keyFile)
}

/** Why the keys are not safe, or not there, as far as the files tell. */
export function keyFaults(path: string, read: Read, isOpenToOthers: (path: string) => boolean): string[] {
  const text = readOr(path, read)
  if (text === undefined) return [`KRONOBARN_KEY_FILE=${path} går inte att läsa.`]
  const open = isOpenToOthers(path) ? [`${path} får bara gå att läsa för programmet: chmod 600 ${path}`] : []
  return [
    ...open,
    ...(namesService(text) ? serviceFaults(text, read, isOpenToOthers) : fileFaults(path, text)),
  ]
}

const fileFaults = (path: string, text: string) => {
  try {
    const { keys, current } = readKeyFile(text)
    const isThere = keys[String(current)] !== undefined
    if (isThere && Object.values(keys).every(isRandom)) return []
  } catch {}
  return [`${path} är ingen nyckelfil. Hur den ska se ut står i docs/operations/keys.md.`]
}

/** The keys of examples and tests are one byte over and over. */
const isRandom = (key: Buffer) => new Set(key).size > 8

function serviceFaults(text: string, read: Read, isOpenToOthers: (path: string) => boolean): string[] {
  const found = serviceIn(text)
  if (!found) return ['Nyckelfilens transit ska ha url, key och tokenFile, och filen ska ha hash.']
  const { url, tokenFile } = found.transit
  const { protocol, hostname } = new URL(url)
  const isSafe = protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
  return [
    ...(isRandom(found.hash) ? [] : ['Nyckelfilens hash är inte slumpad.']),
    ...(isSafe ? [] : [`Nyckeltjänsten ska nås med https, inte ${url}.`]),
    ...(readOr(tokenFile, read)?.trim()
      ? []
      : [`${tokenFile}, med inloggningen till nyckeltjänsten, är tom.`]),
    ...(isOpenToOthers(tokenFile) ? [`${tokenFile} får bara gå att läsa för programmet.`] : []),
  ]
}

function readOr(path: string, read: Read): string | undefined {
  try {
    return read(path)
  } catch {
    return undefined
  }
}

const [one, another] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002']

/** Tries the keys, once, before anybody is let in: what is wrapped comes back, and for nobody else. */
export async function keyRefusals(keys: KeyKeeper, random: (size: number) => Buffer): Promise<string[]> {
  const key = random(keyBytes)
  try {
    const wrapped = await keys.wrap(one, key, random(nonceBytes))
    if (!key.equals(await keys.unwrap(one, wrapped))) return ['Nycklarna ger inte tillbaka det de har låst.']
    return (await isRefused(async () => keys.unwrap(another, wrapped)))
      ? []
      : ['Nyckeltjänsten skiljer inte på barn: nyckeln ska vara gjord med derived=true.']
  } catch (error) {
    return [`Nycklarna går inte att använda (${codeOf(error)}).`]
  }
}

const isRefused = (act: () => Promise<unknown>) =>
  act().then(
    () => false,
    () => true,
  )

const codeOf = (error: unknown) =>
  error instanceof Error ? ('code' in error ? String(error.code) : error.name) : 'okänt'
