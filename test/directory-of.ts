import { paths } from '#shared/paths.ts'
import { as, newUuid } from '#test/world.ts'

const key = paths.organisation.directory.to({})

/** A local administrator makes the organisation's key, and gives it to whoever keeps the directory. */
export async function keyMadeBy(who: Parameters<typeof as>[0], submission = newUuid()): Promise<string> {
  const page = await (await as(who).post(key, { submission })).text()
  return /<p class="prewrap">([\w-]{43})<\/p>/.exec(page)?.[1] ?? ''
}

/** The directory of an organisation, as its program asks. */
export const directoryWith = (token: string) => {
  const send = async (method: string, path: string, body?: unknown, headers: object = {}) => {
    const answer = await as('nobody').send(path, {
      method,
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/scim+json', ...headers },
    })
    const text = await answer.text()
    return { status: answer.status, headers: answer.headers, body: text ? JSON.parse(text) : undefined }
  }
  return {
    send,
    add: (user: object) => send('POST', paths.scim.users.to({}), user),
    show: (userId: string) => send('GET', paths.scim.user.to({ userId })),
    list: (query: Readonly<Record<string, string>> = {}) =>
      send('GET', `${paths.scim.users.to({})}?${new URLSearchParams(query)}`),
    patch: (userId: string, ...Operations: object[]) =>
      send('PATCH', paths.scim.user.to({ userId }), {
        schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
        Operations,
      }),
    replace: (userId: string, user: object) => send('PUT', paths.scim.user.to({ userId }), user),
    end: (userId: string) => send('DELETE', paths.scim.user.to({ userId })),
  }
}

export const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
export const nina = {
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:User', enterprise],
  userName: 'nina.akero@alvesta.example',
  externalId: 'a-17',
  name: { givenName: 'Nina', familyName: 'Åkerö' },
  title: 'kurator',
  phoneNumbers: [
    { type: 'mobile', value: '070-174 06 99' },
    { type: 'work', value: '070-174 06 61' },
  ],
  active: true,
  [enterprise]: { department: 'Furuskolan' },
}
