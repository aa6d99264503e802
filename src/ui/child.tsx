import type { Child } from 'hono/jsx'
import { type Area, AreaBadge } from './area.tsx'
import { Form } from './form.tsx'
import { message } from './message.ts'
import { say } from './say.tsx'
import { Scene } from './scene.tsx'
import type { Texts } from './texts.ts'
import type { Viewer } from './viewer.ts'

/** What the child wants, in few words, each with the badge of its area. */
export function Wants({ items }: { items: readonly { area: Area; text: Child }[] }) {
  return (
    <ul class="wants">
      {items.map(({ area, text }) => (
        <li data-area={area}>
          <AreaBadge area={area} />
          {text}
        </li>
      ))}
    </ul>
  )
}

type Tile = { area: Area; picture: Child; label: string; hint?: string; href: string }

/** Ways on, big enough for a small hand, each with its picture. */
export function Tiles({ items }: { items: readonly Tile[] }) {
  return (
    <ul class="tiles">
      {items.map(({ area, picture, label, hint, href }) => (
        <li data-area={area}>
          <a href={href}>
            {picture}
            <span>
              <b>{label}</b>
              {hint && <span class="hint">{hint}</span>}
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}

type Helper = { area: Area; who: Child; does: Child; when?: Child; more?: Child }

/** Those who help, each with a picture of what they do together. */
export function Helpers({ items }: { items: readonly Helper[] }) {
  return (
    <ul class="helps">
      {items.map(({ area, who, does, when, more }) => (
        <li data-area={area}>
          <Scene area={area} />
          <div>
            <h3>{who}</h3>
            <p>{does}</p>
            {when && <p>{when}</p>}
            {more}
          </div>
        </li>
      ))}
    </ul>
  )
}

const glasses = [
  { value: 'yes', label: message('Ja'), water: 'M9.8 14h24.4L31 46H13Z', sign: '' },
  { value: 'little', label: message('Lite'), water: 'M11 34h22l-1.5 12h-19Z', sign: '' },
  { value: 'no', label: message('Nej'), water: '', sign: '' },
  {
    value: 'unsure',
    label: message('Vet inte'),
    water: '',
    sign: 'M17 22c0-7 11-7 11 0 0 4-5 4-5 9M23 37v.5',
  },
] as const

type AnswersProps = { name: string; viewer: Viewer; action?: string; hidden?: Texts }

/** A question that the child answers with one press: a full glass, a little, empty, or don't know. Never faces. */
export function Answers({ name, viewer, action, hidden = {} }: AnswersProps) {
  return (
    <Form viewer={viewer} hidden={hidden} {...(action && { action })}>
      <div class="answers">
        {glasses.map(({ value, label, water, sign }) => (
          <button type="submit" name={name} value={value}>
            <svg viewBox="0 0 44 52" aria-hidden="true">
              {water && <path class="water" d={water} />}
              <path class="outline" d={`M8 6h28l-4 42H12Z${sign}`} />
            </svg>
            {say(label)}
          </button>
        ))}
      </div>
    </Form>
  )
}
