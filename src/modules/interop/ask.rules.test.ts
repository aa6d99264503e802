import { createServer, type RequestListener, type Server } from 'node:http'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ask, type Patience } from './ask.ts'
import { schoolsAt } from './school/source.ts'

let server: Server
let url = ''
let answers: RequestListener
beforeAll(async () => {
  server = createServer((request, response) => answers(request, response))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const says =
  (body: string | Buffer, status = 200, type = 'application/json'): RequestListener =>
  (_, response) =>
    response.writeHead(status, type ? { 'content-type': type } : {}).end(body)
const asked = (patience?: Patience) => ask({ url: new URL(url), headers: {} }, patience)

it.each([
  ['JSON', says('{"å":1}'), '{"å":1}'],
  ['JSON with its letters named', says('{}', 200, 'Application/JSON; charset=utf-8'), '{}'],
  ['nothing at all', says('', 204), ''],
])('reads %s', async (_, listener, value) => {
  answers = listener
  expect(await asked()).toEqual({ ok: true, value })
})

it.each<[string, RequestListener, string]>([
  ['says no', says('{}', 401), 'refused'],
  ['has nothing new, and nothing with it', says('', 304), 'refused'],
  ['sends us elsewhere', (_, response) => response.writeHead(302, { location: url }).end(), 'no-answer'],
  ['hangs up', (request) => request.destroy(), 'no-answer'],
  ['answers with a page', says('{}', 200, 'text/html'), 'not-readable'],
  ['answers with what only looks like JSON', says('{}', 200, 'application/jsonlines'), 'not-readable'],
  ['answers with JSON inside something else', says('{}', 200, 'text/application/json'), 'not-readable'],
  ['does not say what it answers with', says('{}', 200, ''), 'not-readable'],
  ['writes in other letters', says(Buffer.from([0x22, 0xe5, 0x22])), 'not-readable'],
])('a program that %s gives nothing', async (_, listener, error) => {
  answers = listener
  expect(await asked()).toEqual({ ok: false, error })
})

it('what is just small enough is read, and no more', async () => {
  answers = says('"1234567"')
  expect(await asked({ milliseconds: 10_000, bytes: 9 })).toEqual({ ok: true, value: '"1234567"' })
  expect(await asked({ milliseconds: 10_000, bytes: 8 })).toEqual({ ok: false, error: 'too-large' })
})

it('waits no longer than it has patience for', async () => {
  answers = () => {}
  expect(await asked({ milliseconds: 20, bytes: 9 })).toEqual({ ok: false, error: 'no-answer' })
})

const echo: RequestListener = async (request, response) => {
  const { method, url: address, headers } = request
  const body = (await request.toArray()).join('')
  const { accept, authorization } = headers
  says(JSON.stringify({ method, address, accept, authorization, body }))(request, response)
}
const heard = (answer: Awaited<ReturnType<typeof ask>>) => answer.ok && JSON.parse(answer.value)

it('asks for JSON, and sends what it has to send', async () => {
  answers = echo
  const question = { url: new URL(`${url}/a`), headers: { authorization: 'x' } }
  const plain = { method: 'GET', address: '/a', accept: 'application/json', authorization: 'x', body: '' }
  expect(heard(await ask(question))).toEqual(plain)
  expect(heard(await ask({ ...question, body: '' }))).toEqual({ ...plain, method: 'POST' })
  expect(heard(await ask({ ...question, body: 'b' }))).toEqual({ ...plain, method: 'POST', body: 'b' })
})

it('asks a school for what is new, page by page, with its own token', async () => {
  answers = echo
  const { persons } = schoolsAt({ name: 'alvesta', url, token: 't', units: {}, tells: [] })
  const first = '/persons?meta.modified.after=2026-11-24T11%3A00%3A00.000Z&sortkey=ModifiedAsc&limit=200'
  const after = new Date('2026-11-24T11:00:00Z')
  expect(heard(await persons(after, undefined))).toMatchObject({ address: first, authorization: 'Bearer t' })
  expect(heard(await persons(after, 'p2'))).toMatchObject({ address: `${first}&pageToken=p2` })
})

it('asks a school that tells of placements and groups for these too', async () => {
  answers = echo
  const school = schoolsAt({ name: 'alvesta', url, token: 't', units: {}, tells: ['placements', 'groups'] })
  const asked = [await school.persons(new Date(0), undefined), await school.classes('two')]
  expect(asked.map((one) => one.ok && new URL(JSON.parse(one.value).address, url).search)).toEqual([
    '?meta.modified.after=1970-01-01T00%3A00%3A00.000Z&sortkey=ModifiedAsc&expand=placements&limit=200',
    '?groupType=Klass&limit=200&pageToken=two',
  ])
})
