import { fail, ok, type Result } from '#shared/result.ts'

/** Why somebody else's program gave nothing to read. */
export type AskFault = 'no-answer' | 'refused' | 'too-large' | 'not-readable'

export type Question = {
  url: URL
  headers: Readonly<Record<string, string>>
  /** Sent as JSON, or as a form. */
  body?: string
}

export type Patience = { milliseconds: number; bytes: number }
const usual: Patience = { milliseconds: 10_000, bytes: 5_000_000 }

/**
 * Asks another organisation's program, which may be anybody: no redirects are followed, no longer than we have patience
 * for, no more than we can hold, and only JSON in UTF-8 is taken. TLS is the runtime's: it refuses what is not known.
 */
export async function ask(
  { url, headers, body }: Question,
  patience = usual,
): Promise<Result<string, AskFault>> {
  try {
    const answer = await fetch(url, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { accept: 'application/json', ...headers },
      ...(body !== undefined && { body }),
      redirect: 'error',
      signal: AbortSignal.timeout(patience.milliseconds),
    })
    if (!answer.ok) {
      await answer.body?.cancel()
      return fail('refused')
    }
    const isJson = /^application\/json\b/i.test(answer.headers.get('content-type') ?? '')
    return isJson ? await textOf(answer, patience.bytes) : fail('not-readable')
  } catch {
    return fail('no-answer')
  }
}

async function textOf({ body }: Response, atMost: number): Promise<Result<string, AskFault>> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of body ?? []) {
    size += part.length
    // Leaving the loop lets go of the connection.
    if (size > atMost) return fail('too-large')
    parts.push(part)
  }
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts)))
  } catch {
    return fail('not-readable')
  }
}
