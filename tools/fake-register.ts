import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What the next answers are instead of the truth. */
export type Lie = (request: IncomingMessage, response: ServerResponse) => void

export type Row = { sequence: number; at: string; post: object & { number: string } }

/**
 * A population register of nobody but those who are put in it, for development and tests. On 127.0.0.1 only. `file` holds
 * what it tells, a list in JSON that is read for each question.
 */
export async function startFakeRegister(file?: string) {
  const token = randomBytes(24).toString('hex')
  const rows: Row[] = []
  const asked: string[] = []
  let lie: Lie | undefined

  const server = createServer(async (request, response) => {
    const text = await bodyOf(request)
    asked.push(`${request.url} ${text}`)
    if (lie) return lie(request, response)
    if (request.headers.authorization !== `Bearer ${token}`) return void response.writeHead(401).end()
    const told = [...rows, ...rowsIn(file)]
    send(response, request.url === '/person' ? personIn(told, text) : pageIn(told, text))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  return {
    settings: { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, token },
    /** Every question it was asked. */
    asked,
    says: (row: Row) => void rows.push(row),
    lies: (how: Lie | undefined) => {
      lie = how
    },
    forget: () => {
      rows.length = asked.length = 0
      lie = undefined
    },
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

export type FakeRegister = Awaited<ReturnType<typeof startFakeRegister>>

export function send(response: ServerResponse, body: unknown, type = 'application/json') {
  response.writeHead(200, { 'content-type': type })
  response.end(typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body))
}

const rowsIn = (file: string | undefined): Row[] =>
  file && existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Row[]) : []

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) text += chunk
  return text
}

const pageSize = 100

function pageIn(rows: readonly Row[], text: string) {
  const { after } = JSON.parse(text) as { after: number }
  const left = rows.filter(({ sequence }) => sequence > after)
  return { changes: left.slice(0, pageSize), more: left.length > pageSize }
}

function personIn(rows: readonly Row[], text: string) {
  const { number } = JSON.parse(text) as { number: string }
  const latest = rows.findLast(({ post }) => post.number === number)
  return { at: latest?.at ?? new Date(0).toISOString(), post: latest?.post ?? null }
}
