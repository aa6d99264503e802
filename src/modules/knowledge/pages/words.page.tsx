import { Intro, wordAnchor } from '#ui/parts.tsx'
import { say } from '#ui/say.tsx'
import { words } from '../glossary.ts'

/** Every word of the model that stands on a page, explained once. The Swedish stays: it is what one hears at the meeting. */
export function WordsPage() {
  return (
    <>
      <Intro title={say('Ordlista')} lead={say('Samma ord betyder samma sak, vem du än pratar med.')} />
      <p class="soft">{say('Förklaringarna är Kronobarns egna förslag och inte länets officiella ord.')}</p>
      <dl class="words">
        {words.map(({ sv, plural, meaning, notToBeMistakenFor }) => (
          <div id={wordAnchor(sv)}>
            <dt>
              <span lang="sv">{sv}</span>
              {plural && plural !== sv && (
                <span class="soft">
                  , <span lang="sv">{plural}</span>
                </span>
              )}
              {say(sv) !== sv && <> – {say(sv)}</>}
            </dt>
            <dd>
              {say(meaning)}
              {notToBeMistakenFor && (
                <span class="soft">
                  {' '}
                  {say('Inte samma sak som: {words}.', { words: say(notToBeMistakenFor) })}
                </span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}
