import { Intro, Section } from '#ui/parts.tsx'
import { say, sayWith } from '#ui/say.tsx'

/** The statement that the law on accessible public services asks for. */
export function AccessibilityPage({ contact }: { contact: string | undefined }) {
  return (
    <>
      <Intro
        title={say('Tillgänglighet')}
        lead={say('Alla ska kunna använda Kronobarn. Säg till om något inte fungerar för dig.')}
      />
      <Section id="mal" title={say('Så har vi gjort')}>
        <p>
          {say(
            'Vi följer riktlinjerna WCAG 2.2 på nivå AA. Sidorna fungerar med tangentbord, skärmläsare, stor text, på en liten telefon och utan skript. Färg är aldrig det enda som berättar något.',
          )}
        </p>
        <p>{say('Barnets plan finns också med få ord och bilder, och går att skriva ut.')}</p>
      </Section>
      <Section id="brister" title={say('Det vi vet att vi behöver bli bättre på')}>
        <p>
          {say(
            'Översättningarna är gjorda av en maskin. Säg till om du behöver tolk eller någon som läser för dig.',
          )}
        </p>
        <p>{say('Vi har prövat sidorna själva och med verktyg. Ingen utomstående har granskat dem ännu.')}</p>
      </Section>
      <Section id="kontakt" title={say('Fungerar något inte för dig?')}>
        <p>
          {contact
            ? sayWith('Skriv till {address}, eller be den som är Barnets bästa-ansvarig att hjälpa dig.', {
                address: <a href={`mailto:${contact}`}>{contact}</a>,
              })
            : say('Berätta för den som är Barnets bästa-ansvarig, så för hon eller han det vidare.')}{' '}
          {say('Du får svar inom en vecka. Skriv inget om barnet.')}
        </p>
        <p>
          {sayWith(
            'Är du inte nöjd med svaret kan du <link>anmäla till Myndigheten för digital förvaltning</link>.',
            { link: (words) => <a href="https://www.digg.se/tdosanmalan">{words}</a> },
          )}
        </p>
      </Section>
    </>
  )
}
