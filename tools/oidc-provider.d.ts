// The part of oidc-provider that the demo uses; the package brings no types.
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http'

  type Interaction = { uid: string; prompt: { name: string }; params: { login_hint?: string } }

  export class Provider {
    constructor(issuer: string, configuration: object)
    Grant: new (of: {
      clientId: string
      accountId: string
    }) => Grant
    callback(): (request: IncomingMessage, response: ServerResponse) => void
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<Interaction>
    interactionFinished(request: IncomingMessage, response: ServerResponse, result: object): Promise<void>
  }
  export class Grant {
    addOIDCScope(scope: string): void
    save(): Promise<string>
  }
  export type GrantContext = {
    oidc: { provider: Provider; client: { clientId: string }; session: { accountId: string } }
  }
  export default Provider
}
