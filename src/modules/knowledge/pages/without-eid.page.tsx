import { paths } from '#shared/paths.ts'
import { Intro, Lines, PrintOnly, ScreenOnly, Section } from '#ui/parts.tsx'
import { say, sayWith } from '#ui/say.tsx'

/** Everything that can be done on the screen can be done on paper and by talking; and a sheet to write on. */
export function WithoutEidPage() {
  return (
    <>
      <ScreenOnly>
        <Intro
          title={say('Du behöver ingen e-legitimation')}
          lead={say('Du kan vara med lika mycket på papper, i telefon och när vi ses.')}
        />
        <Section id="sa-gor-du" title={say('Så gör du')}>
          <Lines
            items={[
              sayWith(
                'Ring eller möt den som är Barnets bästa-ansvarig. Vet du inte vem det är? <link>Se vem du vänder dig till</link>.',
                { link: (words) => <a href={paths.directory.whom.to({})}>{words}</a> },
              ),
              say('Be om planen, frågan om samtycke och kallelsen på papper. Du har rätt att få dem.'),
              say('Svara med egna ord. Den ansvariga skriver upp ditt svar, och du får en kopia.'),
              say('Du kan säga nej, och du kan ändra dig. Det räcker att du säger det.'),
              say('Behöver du tolk? Säg till, så ordnar vi det. Det kostar inget.'),
            ]}
          />
        </Section>
        <Section id="var-for-sig" title={say('Är ni två vårdnadshavare?')}>
          <p>{say('Ni svarar var för sig, på var sitt papper. Ingen av er får veta var den andra bor.')}</p>
        </Section>
        <Section id="blad" title={say('Ett blad att skriva på')}>
          <p>
            {say(
              say(
                'Skriv ut den här sidan. Då får du ett blad med plats för ditt svar och ditt namn. Lämna det till den som är Barnets bästa-ansvarig, aldrig i mejl.',
              ),
            )}
          </p>
        </Section>
      </ScreenOnly>
      <Sheet />
      <AfterMeeting />
    </>
  )
}

const line = '______________________________________________________'

const Boxes = ({ answers }: { answers: readonly string[] }) => (
  <p>{answers.map((answer) => `☐ ${answer}`).join(' \u00a0 ')}</p>
)

/** One sheet for each guardian: nothing on it is about the other. */
const Sheet = () => (
  <PrintOnly>
    <h2>{say('Mitt svar')}</h2>
    <p>
      {say('Barnets namn')}: {line}
    </p>
    <p>
      {say('Mitt namn')}: {line}
    </p>
    <section>
      <h2>{say('Mötet')}</h2>
      <Boxes answers={[say('Jag kommer'), say('Jag är med på telefon'), say('Jag kan inte komma')]} />
      <p>
        {say('Det här vill jag prata om')}: {line}
      </p>
      <p>{line}</p>
    </section>
    <section>
      <h2>{say('Planen')}</h2>
      <Boxes answers={[say('Jag är med på planen'), say('Jag är inte med på allt')]} />
      <p>
        {say('Det här hjälper')}: {line}
      </p>
      <p>
        {say('Det här stämmer inte')}: {line}
      </p>
      <p>{line}</p>
    </section>
    <section>
      <h2>{say('Samtycke')}</h2>
      <p>{say('Be om bladet med frågan. Där står vilka det gäller, vad de får veta och hur länge.')}</p>
      <p>
        ☐ {say('Jag vill ta tillbaka ett ja. Det gäller')}: {line}
      </p>
    </section>
    <section>
      <p>
        {say('Datum och underskrift')}: {line}
      </p>
      <p>
        {say('Tolk, om någon har tolkat')}: {line}
      </p>
      <p>
        {say('Mottaget av, datum')}: {line}
      </p>
    </section>
  </PrintOnly>
)

/** A slip for itself, without a name: nobody is to read from it who said what. */
const AfterMeeting = () => (
  <PrintOnly>
    <section class="new-sheet">
      <h2>{say('Hur var mötet för dig?')}</h2>
      <p>
        {say(
          'Svara på det du vill. Skriv inte ditt namn. Lämna lappen för sig, så räknas svaren ihop med andras.',
        )}
      </p>
      {[say('Vet du vad planen är?'), say('Fick du vara med?'), say('Vet du vem du kan fråga?')].map(
        (question) => (
          <>
            <p>{question}</p>
            <Boxes answers={[say('Ja'), say('Lite'), say('Nej')]} />
          </>
        ),
      )}
    </section>
  </PrintOnly>
)
