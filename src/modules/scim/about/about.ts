import { schemas } from '../user.ts'

// What a directory asks before anything else (RFC 7643, 5-7). About nobody, and the same for all.

const config = 'urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'
const resourceType = 'urn:ietf:params:scim:schemas:core:2.0:ResourceType'
const schema = 'urn:ietf:params:scim:schemas:core:2.0:Schema'

export const serviceProviderConfig = (location: string) => ({
  schemas: [config],
  patch: { supported: true },
  bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
  filter: { supported: true, maxResults: 200 },
  changePassword: { supported: false },
  sort: { supported: false },
  etag: { supported: true },
  authenticationSchemes: [
    {
      type: 'oauthbearertoken',
      name: 'Bearer',
      description: 'Organisationens nyckel, som en administratör gör i Kronobarn',
      specUri: 'https://www.rfc-editor.org/rfc/rfc6750',
      primary: true,
    },
  ],
  meta: { resourceType: 'ServiceProviderConfig', location },
})

export const userType = (location: string) => ({
  schemas: [resourceType],
  id: 'User',
  name: 'User',
  endpoint: '/Users',
  description: 'En medarbetare',
  schema: schemas.user,
  schemaExtensions: [{ schema: schemas.enterprise, required: false }],
  meta: { resourceType: 'ResourceType', location },
})

const attribute = (name: string, description: string, more: object = {}) => ({
  name,
  type: 'string',
  multiValued: false,
  description,
  required: false,
  caseExact: false,
  mutability: 'readWrite',
  returned: 'default',
  uniqueness: 'none',
  ...more,
})

const userAttributes = [
  attribute('userName', 'Vad personen heter i er katalog', { required: true, uniqueness: 'server' }),
  attribute('name', 'Namnet', {
    type: 'complex',
    required: true,
    subAttributes: [
      attribute('givenName', 'Förnamn', { required: true }),
      attribute('familyName', 'Efternamn', { required: true }),
    ],
  }),
  attribute('title', 'Vad personen arbetar som'),
  attribute('active', 'Om personen arbetar hos er', { type: 'boolean' }),
  attribute('phoneNumbers', 'Telefon i tjänsten', {
    type: 'complex',
    multiValued: true,
    subAttributes: [
      attribute('value', 'Numret'),
      attribute('type', 'Bara numret i tjänsten', { canonicalValues: ['work'] }),
    ],
  }),
]
const enterpriseAttributes = [attribute('department', 'Verksamhetens namn, som det står i Kronobarn')]

/** The two schemas. `at` makes the address of one. */
export const userSchemas = (at: (id: string) => string) =>
  (
    [
      [schemas.user, 'User', userAttributes],
      [schemas.enterprise, 'EnterpriseUser', enterpriseAttributes],
    ] as const
  ).map(([id, name, attributes]) => ({
    schemas: [schema],
    id,
    name,
    description: 'En medarbetare',
    attributes,
    meta: { resourceType: 'Schema', location: at(id) },
  }))
