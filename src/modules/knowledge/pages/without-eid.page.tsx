import type { Child } from 'hono/jsx'
import { paths } from '#shared/paths.ts'
import { ByPen, Intro, Lines, PrintOnly, ScreenOnly, Section } from '#ui/parts.tsx'
import { saidIn, say, sayWith } from '#ui/say.tsx'

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
              'Skriv ut den här sidan. Då får du ett blad med plats för ditt svar och ditt namn. Lämna det till den som är Barnets bästa-ansvarig, aldrig i mejl.',
            )}
          </p>
        </Section>
      </ScreenOnly>
      <Sheet />
      <AfterMeeting />
    </>
  )
}

type Words = () => string

/** What is answered stands in Swedish too: whoever takes the paper must not read a no as a yes. */
function both(words: Words): Child {
  const [theirs, swedish] = [words(), saidIn('sv', words)]
  if (theirs === swedish) return theirs
  return (
    <>
      {theirs} /{' '}
      <span lang="sv" dir="auto">
        {swedish}
      </span>
    </>
  )
}

const Boxes = ({ answers }: { answers: readonly Words[] }) => (
  <p>
    {answers.map((answer) => (
      <span class="to-tick">☐ {both(answer)}</span>
    ))}
  </p>
)

/** One sheet for each guardian: nothing on it is about the other. */
const Sheet = () => (
  <PrintOnly>
    <h2>{say('Mitt svar')}</h2>
    <ByPen after={both(() => say('Barnets namn'))} />
    <ByPen after={both(() => say('Mitt namn'))} />
    <section>
      <h2>{say('Mötet')}</h2>
      <Boxes
        answers={[
          () => say('Jag kommer'),
          () => say('Jag är med på telefon'),
          () => say('Jag kan inte komma'),
        ]}
      />
      <ByPen after={both(() => say('Det här vill jag prata om'))} lines={2} />
    </section>
    <section>
      <h2>{say('Planen')}</h2>
      <Boxes answers={[() => say('Jag är med på planen'), () => say('Jag är inte med på allt')]} />
      <ByPen after={both(() => say('Det här hjälper'))} lines={2} />
      <ByPen after={both(() => say('Det här stämmer inte'))} lines={2} />
    </section>
    <section>
      <h2>{say('Samtycke')}</h2>
      <p>{say('Be om bladet med frågan. Där står vilka det gäller, vad de får veta och hur länge.')}</p>
      <ByPen after={<>☐ {both(() => say('Jag vill ta tillbaka ett ja. Det gäller'))}</>} />
    </section>
    <section>
      <ByPen after={both(() => say('Datum och underskrift'))} />
      <ByPen after={both(() => say('Tolk, om någon har tolkat'))} />
      <ByPen after={both(() => say('Mottaget av, datum'))} />
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
      {[
        () => say('Vet du vad planen är?'),
        () => say('Fick du vara med?'),
        () => say('Vet du vem du kan fråga?'),
      ].map((question) => (
        <>
          <p>{both(question)}</p>
          <Boxes answers={[() => say('Ja'), () => say('Lite'), () => say('Nej')]} />
        </>
      ))}
    </section>
  </PrintOnly>
)
