import { paths } from '#shared/paths.ts'
import { Intro, Lines, PrintOnly, ScreenOnly, Section } from '#ui/parts.tsx'

/** Everything that can be done on the screen can be done on paper and by talking; and a sheet to write on. */
export function WithoutEidPage() {
  return (
    <>
      <ScreenOnly>
        <Intro
          title="Du behöver ingen e-legitimation"
          lead="Du kan vara med lika mycket på papper, i telefon och när vi ses."
        />
        <Section id="sa-gor-du" title="Så gör du">
          <Lines
            items={[
              <>
                Ring eller möt den som är Barnets bästa-ansvarig. Vet du inte vem det är?{' '}
                <a href={paths.directory.whom.to({})}>Se vem du vänder dig till</a>.
              </>,
              'Be om planen, frågan om samtycke och kallelsen på papper. Du har rätt att få dem.',
              'Svara med egna ord. Den ansvariga skriver upp ditt svar, och du får en kopia.',
              'Du kan säga nej, och du kan ändra dig. Det räcker att du säger det.',
              'Behöver du tolk? Säg till, så ordnar vi det. Det kostar inget.',
            ]}
          />
        </Section>
        <Section id="var-for-sig" title="Är ni två vårdnadshavare?">
          <p>Ni svarar var för sig, på var sitt papper. Ingen av er får veta var den andra bor.</p>
        </Section>
        <Section id="blad" title="Ett blad att skriva på">
          <p>
            Skriv ut den här sidan. Då får du ett blad med plats för ditt svar och ditt namn. Lämna det till
            den som är Barnets bästa-ansvarig, aldrig i mejl.
          </p>
        </Section>
      </ScreenOnly>
      <Sheet />
    </>
  )
}

const line = '______________________________________________________'

/** One sheet for each guardian: nothing on it is about the other. */
const Sheet = () => (
  <PrintOnly>
    <h2>Mitt svar</h2>
    <p>Barnets namn: {line}</p>
    <p>Mitt namn: {line}</p>
    <section>
      <h2>Mötet</h2>
      <p>☐ Jag kommer &nbsp; ☐ Jag är med på telefon &nbsp; ☐ Jag kan inte komma</p>
      <p>Det här vill jag prata om: {line}</p>
      <p>{line}</p>
    </section>
    <section>
      <h2>Planen</h2>
      <p>☐ Jag är med på planen &nbsp; ☐ Jag är inte med på allt</p>
      <p>Det här hjälper: {line}</p>
      <p>Det här stämmer inte: {line}</p>
      <p>{line}</p>
    </section>
    <section>
      <h2>Samtycke</h2>
      <p>Be om bladet med frågan. Där står vilka det gäller, vad de får veta och hur länge.</p>
      <p>☐ Jag vill ta tillbaka ett ja. Det gäller: {line}</p>
    </section>
    <section>
      <p>Datum och underskrift: {line}</p>
      <p>Tolk, om någon har tolkat: {line}</p>
      <p>Mottaget av, datum: {line}</p>
    </section>
  </PrintOnly>
)
