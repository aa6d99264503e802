import type { Account } from '#demo/sign-in.ts'

/** Keys of the provider's own, kept in the data folder. */
export type ProviderKeys = { jwk: object; cookieKey: string; clientSecret: string }

export type ProviderIssuer = {
  /** The path of the issuer at the provider, and its name in the application. */
  id: string
  name: string
  accounts: readonly Account[]
}

/** What the process is told when it starts. */
export type ProviderStart = { origin: string; keys: ProviderKeys; issuers: readonly ProviderIssuer[] }
/** What it answers when it can be reached. */
export type ProviderStarted = { port: number }

export const clientId = 'kronobarn'
