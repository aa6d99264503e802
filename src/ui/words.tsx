import type { Child, PropsWithChildren } from 'hono/jsx'
import { paths } from '#shared/paths.ts'
import { Icon } from './pictures.tsx'
import { say } from './say.tsx'

type Sentences = readonly [Child, Child?, Child?, Child?, Child?]

/** What to do now and why, in at most five sentences. A proposal, and it says so. */
export function Guidance({ sentences, open = true }: { sentences: Sentences; open?: boolean }) {
  return (
    <details class="ds-details guidance no-print" open={open}>
      <summary>
        <Icon name="hand" />
        Handledning
      </summary>
      <ul>
        {sentences.map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
      <p class="soft small">Förslag, inte länets text.</p>
    </details>
  )
}

/** The anchor of a word in the word list: "Barnets plan" → "barnets-plan". */
export const wordAnchor = (word: string) =>
  word
    .toLowerCase()
    .replace(/[åä]/g, 'a')
    .replace(/ö/g, 'o')
    .replace(/[^a-z0-9]+/g, '-')

type TermProps = PropsWithChildren<{
  /** The word as it stands in the word list; the text on the page may bend it. */
  word: string
  /** What it means, from the glossary. Left out: the word is only a link to the list. */
  meaning?: string | undefined
}>

/**
 * A word that is explained where it stands: on tap, Enter or focus, without script.
 * Use it the first time the word comes on a page (the explanation's id is made from the word).
 */
export function Term({ word, meaning, children = say(word) }: TermProps) {
  const anchor = wordAnchor(word)
  const list = `${paths.words.to({})}#${anchor}`
  if (!meaning) return <a href={list}>{children}</a>
  const id = `ord-${anchor}`
  return (
    <span class="term">
      <button type="button" class="word" popovertarget={id} aria-describedby={id}>
        {children}
      </button>
      <span class="meaning" id={id} popover="auto">
        <b>{say(word)}</b> {say(meaning)} <a href={list}>{say('Ordlistan')}</a>
      </span>
    </span>
  )
}
