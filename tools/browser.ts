type Ask = (address: URL, init: RequestInit) => Response | Promise<Response>
export type Seen = { address: URL; status: number; text: string }

/** The least that a browser does: keeps cookies for each host, and goes where it is sent. */
export class Browser {
  readonly #jars = new Map<string, Map<string, string>>()
  readonly #ask: Ask
  constructor(ask: Ask = fetch) {
    this.#ask = ask
  }

  get(address: URL): Promise<Seen> {
    return this.#go(address, { method: 'GET' })
  }

  post(address: URL, fields: Record<string, string>): Promise<Seen> {
    return this.#go(address, { method: 'POST', body: new URLSearchParams(fields) })
  }

  /** The value of the Cookie header for the host. */
  cookiesAt(address: string): string {
    return [...this.#jarOf(new URL(address))].map((pair) => pair.join('=')).join('; ')
  }

  async #go(address: URL, asked: RequestInit, hops = 20): Promise<Seen> {
    const answer = await this.#ask(address, {
      ...asked,
      redirect: 'manual',
      headers: { cookie: this.cookiesAt(address.href) },
    })
    for (const cookie of answer.headers.getSetCookie()) this.#keep(address, cookie)
    const next = answer.headers.get('location')
    if (next === null || hops === 0) return { address, status: answer.status, text: await answer.text() }
    return this.#go(new URL(next, address), { method: 'GET' }, hops - 1)
  }

  #keep(address: URL, cookie: string) {
    const [pair = '', ...attributes] = cookie.split(/;\s*/)
    const [name = '', ...value] = pair.split('=')
    const isOver = attributes.some((text) => /^max-age=0$|^expires=thu, 01 jan 1970/i.test(text))
    if (isOver) this.#jarOf(address).delete(name)
    else this.#jarOf(address).set(name, value.join('='))
  }

  #jarOf({ host }: URL): Map<string, string> {
    const jar = this.#jars.get(host) ?? new Map()
    this.#jars.set(host, jar)
    return jar
  }
}
