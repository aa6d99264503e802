import type { Context } from 'hono'
import { look } from '#ui/look.ts'
import { message } from '#ui/message.ts'

/** What was typed, by field name; a list where a name came several times. */
export type Typed = Readonly<Record<string, string | readonly string[]>>

export const maxFormBytes = 1024 * 1024

const faults = {
  large: message('Det blev för mycket text på en gång. Korta texten, eller dela upp den, och skicka igen.'),
  broken: message('Formuläret kom inte fram helt. Skicka det en gång till.'),
} as const

/** A fault of the whole form stands under this name, which no field has. */
export const formFault = 'form'

export type ReadForm = { typed: Typed; fault: string | undefined }

/**
 * Reads a posted form. Never throws: what can be read is kept, and a fault says what to do. Too large, cut off, not
 * UTF-8, or another kind of body than a form are faults.
 */
export async function readForm(c: Context): Promise<ReadForm> {
  const type = c.req.header('content-type') ?? ''
  const bytes = await readAtMost(c.req.raw.body, maxFormBytes)
  if (bytes === undefined) return kept(c, { typed: {}, fault: faults.large })
  if (type.startsWith('multipart/form-data')) return kept(c, await readMultipart(bytes, type))
  if (!type.startsWith('application/x-www-form-urlencoded'))
    return kept(c, { typed: {}, fault: faults.broken })
  return kept(c, readEncoded(bytes))
}

/** A body of JSON, of whatever type it says it is; undefined when it is too large, cut off or none. */
export async function readJson(c: Context): Promise<unknown> {
  const bytes = await readAtMost(c.req.raw.body, maxFormBytes)
  try {
    return bytes && JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}

/** What was typed stays with the request, so that even an error page can give it back. */
function kept(c: Context, read: ReadForm): ReadForm {
  c.set('typed', read.typed)
  return read
}

async function readAtMost(
  body: ReadableStream<Uint8Array> | null,
  limit: number,
): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of body ?? []) {
      size += chunk.length
      if (size > limit) return undefined
      chunks.push(chunk)
    }
  } catch {
    return new Uint8Array([0xff]) // cut off on the way: not UTF-8, and so a broken form
  }
  return Buffer.concat(chunks)
}

function readEncoded(bytes: Uint8Array): ReadForm {
  // Percent signs that are no bytes of UTF-8 would silently become replacement marks.
  const text = Buffer.from(bytes).toString('latin1')
  const decoded = text
    .replace(/\+/g, ' ')
    .replace(/%([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16)))
  const fault = isUtf8(Buffer.from(decoded, 'latin1')) ? undefined : faults.broken
  return { typed: collect(new URLSearchParams(Buffer.from(bytes).toString())), fault }
}

async function readMultipart(bytes: Uint8Array, type: string): Promise<ReadForm> {
  try {
    const form = await new Response(bytes, { headers: { 'content-type': type } }).formData()
    const entries = await Promise.all(
      [...form].map(
        async ([name, value]): Promise<[string, string]> => [
          name,
          typeof value === 'string' ? value : await value.text(),
        ],
      ),
    )
    return { typed: collect(entries), fault: isUtf8(bytes) ? undefined : faults.broken }
  } catch {
    return { typed: {}, fault: faults.broken }
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

function collect(entries: Iterable<[string, string]>): Typed {
  const all = new Map<string, string[]>()
  for (const [name, value] of entries)
    all.set(name, [...(all.get(name) ?? []), value.replace(/\r\n?/g, '\n')])
  return Object.fromEntries(
    [...all].map(([name, [only = '', ...more]]) => [name, more.length ? [only, ...more] : only]),
  )
}

/** The last text of a field; empty when it was left out. */
export function one(typed: Typed, name: string): string {
  const value = typed[name] ?? ''
  return typeof value === 'string' ? value : (value.at(-1) ?? '')
}

/** Every text of a field. */
export const many = (typed: Typed, name: string): readonly string[] =>
  typed[name] === undefined ? [] : [typed[name]].flat()

/** The writer wants to see how it will be read, not to send it. */
export const onlyLooks = (typed: Typed): boolean => one(typed, look.name) === look.value
