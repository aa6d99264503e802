/** Somebody whom an organisation's directory keeps. */
export type User = {
  id: string
  userName: string
  externalId: string | undefined
  /** Undefined for somebody protected. */
  givenName: string | undefined
  familyName: string | undefined
  title: string
  phone: string | undefined
  unit: string
  active: boolean
  madeAt: Date
  changedAt: Date
}

export const schemas = {
  user: 'urn:ietf:params:scim:schemas:core:2.0:User',
  enterprise: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',
  list: 'urn:ietf:params:scim:api:messages:2.0:ListResponse',
  patch: 'urn:ietf:params:scim:api:messages:2.0:PatchOp',
  error: 'urn:ietf:params:scim:api:messages:2.0:Error',
} as const

/** Why something is not done (RFC 7644, 3.12), in words for whoever reads the directory's log. */
export type Refusal =
  | { kind: 'signed-out' }
  | { kind: 'not-found' }
  | { kind: 'invalid'; type: WrongType; detail: string }
  | { kind: 'conflict'; type?: 'uniqueness'; detail: string }
  | { kind: 'stale' }
export type WrongType =
  | 'invalidFilter'
  | 'invalidPath'
  | 'invalidSyntax'
  | 'invalidValue'
  | 'noTarget'
  | 'mutability'

/** The user as the directory reads it. `location` is the user's address. */
export const resourceOf = (user: User, location: string) => ({
  schemas: [schemas.user, schemas.enterprise],
  id: user.id,
  externalId: user.externalId,
  userName: user.userName,
  name: user.givenName && { givenName: user.givenName, familyName: user.familyName },
  active: user.active,
  title: user.title,
  phoneNumbers: user.phone && [{ value: user.phone, type: 'work' }],
  [schemas.enterprise]: { department: user.unit },
  meta: {
    resourceType: 'User',
    created: user.madeAt.toISOString(),
    lastModified: user.changedAt.toISOString(),
    location,
  },
})
