import { paths } from '#shared/paths.ts'
import { Form } from './form.tsx'
import { Horizon, Rosette } from './pictures.tsx'
import type { Viewer } from './viewer.ts'

export type NavLink = { href: string; label: string; current?: boolean }

/** A site that says nothing about the one who goes there. */
const elsewhere = 'https://www.smhi.se/'

type TopProps = { kind: string; nav: readonly NavLink[]; viewer: Viewer | undefined }

export function Top({ kind, nav, viewer }: TopProps) {
  return (
    <header class="top">
      <div class="frame">
        <a class="brand" href={paths.start.to({})}>
          <Rosette />
          <span>{kind === 'child' ? 'Min sida' : 'Kronobarn'}</span>
        </a>
        {nav.length > 0 && <Menu nav={nav} />}
        {kind === 'child' && (
          <a class="leave" href={elsewhere} rel="noreferrer" data-leave>
            Lämna sidan snabbt
          </a>
        )}
        {viewer && <ViewerLine viewer={viewer} short={kind === 'child'} />}
      </div>
    </header>
  )
}

function Menu({ nav }: { nav: readonly NavLink[] }) {
  return (
    <nav class="menu" aria-label="Huvudmeny">
      <ul>
        {nav.map(({ href, label, current }) => (
          <li>
            <a href={href} aria-current={current ? 'page' : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Who is signed in and in what capacity; folded under it, how to change that. `short`: the given name will do. */
function ViewerLine({ viewer, short }: { viewer: Viewer; short: boolean }) {
  return (
    <details class="viewer">
      <summary>
        <span>
          <b>{short ? viewer.name.split(' ')[0] : viewer.name}</b>
          <span>{viewer.acting}</span>
        </span>
      </summary>
      <div>
        {viewer.acting && <p>Du arbetar som {viewer.acting}.</p>}
        {viewer.switchHref && <a href={viewer.switchHref}>Byt verksamhet</a>}
        <a href={paths.sessions.to({})}>Mina inloggningar</a>
        {!short && <a href={paths.aboutMe.show.to({})}>Det som finns om mig</a>}
        <Form action={paths.signOut.to({})} viewer={viewer}>
          <button type="submit" class="link">
            Logga ut
          </button>
        </Form>
      </div>
    </details>
  )
}

export function Footer() {
  return (
    <>
      <Horizon />
      <footer class="bottom">
        <nav class="frame" aria-label="Sidfot">
          <a href={paths.concern.to({})}>Orosanmälan</a>
          <a href={paths.words.to({})}>Ordlista</a>
          <a href={paths.protection.to({})}>Så skyddas uppgifterna</a>
          <a href={paths.accessibility.to({})}>Tillgänglighet</a>
          <a href={paths.help.to({})}>Hjälp</a>
        </nav>
      </footer>
    </>
  )
}
