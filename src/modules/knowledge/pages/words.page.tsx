import { Intro, wordAnchor } from '#ui/parts.tsx'
import { words } from '../glossary.ts'

/** Every word of the model that stands on a page, explained once. */
export function WordsPage() {
  return (
    <>
      <Intro title="Ordlista" lead="Samma ord betyder samma sak, vem du än pratar med." />
      <p class="soft">Förklaringarna är Kronobarns egna förslag och inte länets officiella ord.</p>
      <dl class="words">
        {words.map(({ sv, plural, meaning, notToBeMistakenFor }) => (
          <div id={wordAnchor(sv)}>
            <dt>
              {sv}
              {plural && plural !== sv && <span class="soft">, {plural}</span>}
            </dt>
            <dd>
              {meaning}
              {notToBeMistakenFor && <span class="soft"> Inte samma sak som: {notToBeMistakenFor}.</span>}
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}
