import { Intro, Section } from '#ui/parts.tsx'

/** The statement that the law on accessible public services asks for. */
export function AccessibilityPage({ contact }: { contact: string | undefined }) {
  return (
    <>
      <Intro
        title="Tillgänglighet"
        lead="Alla ska kunna använda Kronobarn. Säg till om något inte fungerar för dig."
      />
      <Section id="mal" title="Så har vi gjort">
        <p>
          Vi följer riktlinjerna WCAG 2.2 på nivå AA. Sidorna fungerar med tangentbord, skärmläsare, stor
          text, på en liten telefon och utan skript. Färg är aldrig det enda som berättar något.
        </p>
        <p>Barnets plan finns också med få ord och bilder, och går att skriva ut.</p>
      </Section>
      <Section id="brister" title="Det vi vet att vi behöver bli bättre på">
        <p>Texterna finns bara på svenska. Säg till om du behöver tolk eller någon som läser för dig.</p>
        <p>Vi har prövat sidorna själva och med verktyg. Ingen utomstående har granskat dem ännu.</p>
      </Section>
      <Section id="kontakt" title="Fungerar något inte för dig?">
        <p>
          {contact ? (
            <>
              Skriv till <a href={`mailto:${contact}`}>{contact}</a>, eller be den som är Barnets
              bästa-ansvarig att hjälpa dig.
            </>
          ) : (
            'Berätta för den som är Barnets bästa-ansvarig, så för hon eller han det vidare.'
          )}{' '}
          Du får svar inom en vecka. Skriv inget om barnet.
        </p>
        <p>
          Är du inte nöjd med svaret kan du{' '}
          <a href="https://www.digg.se/tdosanmalan">anmäla till Myndigheten för digital förvaltning</a>.
        </p>
      </Section>
    </>
  )
}
