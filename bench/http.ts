import { Agent, request } from 'node:http'
import type { Request } from './scenarios.ts'

export type Answer = { status: number; body: string }

/** Keeps its connection, as a browser does. */
export const clientOf = (port: number, cookie: string) => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  return ({ method, path, form }: Request): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const body = form ? new URLSearchParams(form).toString() : undefined
      const headers = {
        cookie,
        ...(body && {
          'content-type': 'application/x-www-form-urlencoded',
          'content-length': Buffer.byteLength(body),
        }),
      }
      const sent = request({ host: '127.0.0.1', port, agent, method, path, headers }, (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(chunks).toString() }),
        )
      })
      sent.on('error', reject)
      sent.end(body)
    })
}
