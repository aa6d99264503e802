import type { Child } from 'hono/jsx'
import { AsTold, Drawn } from '#modules/wheel'
import { AreaBadge, areaNames } from '#ui/area.tsx'
import { Icon } from '#ui/pictures.tsx'
import { AsWritten, say, together } from '#ui/say.tsx'
import type { FromWheel } from './agenda-access.ts'
import type { Party, Words } from './meeting.ts'
import { capital, partyName } from './party.parts.tsx'

type Props = FromWheel & {
  name: string
  words: readonly Words[]
  parties: readonly Party[]
}

type Point = readonly [title: string, content?: Child]

/** What the meeting goes through, in order. It opens with the child. */
export function Agenda({ name, childsWords, differs, words, parties }: Props) {
  const points: readonly Point[] = [
    [say('{name} först', { name: capital(name) }), <ChildSays {...{ name, childsWords }} />],
    ...(differs.length > 0 ? [differently(differs)] : []),
    [say('Det som var och en vill ta upp'), <Points words={words} parties={parties} />],
    [say('Det som fungerar')],
    [say('Det som är utmanande')],
    [say('Vad var och en kan göra')],
    [say('Ska vi börja samverka?')],
    [say('Vem gör vad, och när följer vi upp?')],
    [say('Vem berättar för {name}, och när?', { name })],
  ]
  return (
    <ol class="lines">
      {points.map(([title, content], index) => (
        <li>
          <h3>
            {index + 1}. {title}
          </h3>
          {content}
        </li>
      ))}
    </ol>
  )
}

/** Nobody is asked to be right. */
const differently = (differs: FromWheel['differs']): Point => [
  say('Ni ser olika på {areas}', { areas: together(differs.map((area) => say(areaNames[area]))) }),
  <p class="soft">{say('Det kan stämma på olika ställen. Låt var och en berätta vad den ser.')}</p>,
]

function ChildSays({ name, childsWords }: Pick<Props, 'name' | 'childsWords'>) {
  if (childsWords.length === 0)
    return <p class="soft">{say('Fråga {name} vad ni ska börja med.', { name })}</p>
  return (
    <ul class="lines">
      {childsWords.map((said) => (
        <li data-area={said.area}>
          <p>
            <AreaBadge area={said.area} /> <b>{say(areaNames[said.area])}</b>
          </p>
          {(['working', 'challenging', 'quote'] as const).map(
            (name) =>
              said.words[name] && (
                <p class="prewrap">
                  ”<AsTold {...{ said, name }} />”
                </p>
              ),
          )}
          <Drawn drawing={said.words.drawing} />
        </li>
      ))}
    </ul>
  )
}

/** What those invited have written before the meeting. */
function Points({ words, parties }: Pick<Props, 'words' | 'parties'>) {
  if (words.length === 0)
    return <p class="soft">{say('Ingen har skrivit något än. Det går lika bra att säga det på mötet.')}</p>
  return (
    <ul class="lines">
      {words.map(({ partyId, text, open }) => {
        const party = parties.find(({ id }) => id === partyId)
        return (
          <li>
            {party && <b>{partyName(party)}</b>}
            <p class="prewrap">
              <AsWritten>{text.reveal()}</AsWritten>
            </p>
            {!open && (
              <p class="reads">
                <Icon name="eye" />
                <span>{say('Läses bara av Barnets bästa-ansvarig, inte av de andra på mötet')}</span>
              </p>
            )}
          </li>
        )
      })}
    </ul>
  )
}
