import { AreaBadge, areaNames } from '#ui/area.tsx'
import { Icon } from '#ui/pictures.tsx'
import type { ChildsWords } from './agenda-store.ts'
import type { Party, Words } from './meeting.ts'
import { capital, partyName } from './party.parts.tsx'

type Props = {
  name: string
  childsWords: readonly ChildsWords[]
  words: readonly Words[]
  parties: readonly Party[]
}

/** What the meeting goes through, in order. It opens with the child. */
export function Agenda({ name, childsWords, words, parties }: Props) {
  return (
    <ol class="agenda">
      <li>
        <h3>{capital(name)} först</h3>
        <ChildSays {...{ name, childsWords }} />
      </li>
      <li>
        <h3>Det som var och en vill ta upp</h3>
        <Points words={words} parties={parties} />
      </li>
      <li>
        <h3>Det som fungerar</h3>
      </li>
      <li>
        <h3>Det som är utmanande</h3>
      </li>
      <li>
        <h3>Vad var och en kan göra</h3>
      </li>
      <li>
        <h3>Ska vi börja samverka?</h3>
      </li>
      <li>
        <h3>Vem gör vad, och när följer vi upp?</h3>
      </li>
      <li>
        <h3>Vem berättar för {name}, och när?</h3>
      </li>
    </ol>
  )
}

function ChildSays({ name, childsWords }: Pick<Props, 'name' | 'childsWords'>) {
  if (childsWords.length === 0) return <p class="soft">Fråga {name} vad ni ska börja med.</p>
  return (
    <ul>
      {childsWords.map(({ area, working, challenging }) => (
        <li data-area={area}>
          <p>
            <AreaBadge area={area} /> <b>{areaNames[area]}</b>
          </p>
          {working && <p>”{working.reveal()}”</p>}
          {challenging && <p>”{challenging.reveal()}”</p>}
        </li>
      ))}
    </ul>
  )
}

/** What those invited have written before the meeting. */
export function Points({ words, parties }: Pick<Props, 'words' | 'parties'>) {
  if (words.length === 0)
    return <p class="soft">Ingen har skrivit något än. Det går lika bra att säga det på mötet.</p>
  return (
    <ul>
      {words.map(({ partyId, text, open }) => {
        const party = parties.find(({ id }) => id === partyId)
        return (
          <li class="prewrap">
            {party && <b>{partyName(party)}:</b>} {text.reveal()}
            {!open && (
              <span class="reads">
                <Icon name="eye" />
                <span>Läses bara av Barnets bästa-ansvarig, inte av de andra på mötet</span>
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}
