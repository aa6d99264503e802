import { message } from '#ui/message.ts'
import type { WheelText } from './areas.ts'

/** First wording of the wheel's questions: a proposal, to be replaced by the county's own. Never edited, only followed. */
export const wheel1: WheelText = {
  safety: {
    meaning: 'Att vara och känna sig trygg hemma, i skolan, på vägen och på nätet.',
    adult: {
      opening: message('Var och med vem är barnet tryggt? När är det inte så?'),
      working: message('När och med vem är barnet tryggt?'),
      challenging: message('När är barnet inte tryggt, och vad händer då?'),
    },
    child: {
      opening: message('Var känner du dig trygg? Finns det något ställe eller någon gång du inte gör det?'),
      working: message('Var känner du dig trygg?'),
      challenging: message('När känner du dig inte trygg?'),
    },
    articles: [16, 19, 34, 36, 39],
  },
  health: {
    meaning: 'Hur kroppen och känslorna mår: sömn, mat, rörelse, tänder och sjukdom.',
    adult: {
      opening: message('Vad fungerar med mående, sömn, mat och rörelse? Vad är utmanande?'),
      working: message('Vad får barnet att må bra?'),
      challenging: message('Vad är utmanande med mående, sömn, mat eller rörelse?'),
    },
    child: {
      opening: message('Hur mår du i kroppen? Hur mår du i tankarna och känslorna?'),
      working: message('När mår du bra?'),
      challenging: message('När mår du inte bra?'),
    },
    articles: [6, 23, 24, 33],
  },
  development: {
    meaning: 'Att växa och klara mer: språk, rörelse, lek, intressen och att bli sig själv.',
    adult: {
      opening: message('Vad är barnet på väg att klara? Vad behöver det stöd i?'),
      working: message('Vad klarar barnet, och vad är det på väg att klara?'),
      challenging: message('Vad behöver barnet stöd i?'),
    },
    child: {
      opening: message('Vad är du bra på? Vad vill du kunna? Vad tycker du om att göra?'),
      working: message('Vad är du bra på?'),
      challenging: message('Vad vill du ha hjälp att kunna?'),
    },
    articles: [6, 8, 27, 29, 31],
  },
  learning: {
    meaning: 'Att trivas och lära sig i förskolan, i skolan och på andra ställen.',
    adult: {
      opening: message('Vad fungerar i förskola eller skola? Vad hindrar?'),
      working: message('När lär sig barnet, och vad hjälper då?'),
      challenging: message('Vad hindrar barnet från att lära sig eller trivas?'),
    },
    child: {
      opening: message('Vad är bra i skolan? Vad är jobbigt? Vad hjälper dig?'),
      working: message('Vad är bra i skolan?'),
      challenging: message('Vad är jobbigt i skolan?'),
    },
    articles: [23, 28, 29],
  },
  care: {
    meaning: 'Att bli sedd och få den omsorg och de gränser som behövs varje dag.',
    adult: {
      opening: message('Vad får barnet i vardagen? Vad skulle de vuxna behöva?'),
      working: message('Vad får barnet av sina vuxna i vardagen?'),
      challenging: message('Vad skulle barnet eller de vuxna behöva mer av?'),
    },
    child: {
      opening: message('Vem hjälper dig på morgonen, på kvällen och när något är svårt?'),
      working: message('Vem hjälper dig, och med vad?'),
      challenging: message('När skulle du vilja ha mer hjälp?'),
    },
    articles: [3, 5, 18, 20, 25],
  },
  home: {
    meaning: 'Hemmet, ett eller flera: hur man bor, ekonomin och hur det är där.',
    adult: {
      opening: message('Hur är barnets hem, ett eller flera?'),
      working: message('Vad är bra i barnets hem?'),
      challenging: message('Vad är utmanande i barnets hem?'),
    },
    child: {
      opening: message('Hur är det hemma hos dig? Och i ditt andra hem, om du har två?'),
      working: message('Vad är bra hemma?'),
      challenging: message('Vad är jobbigt hemma?'),
    },
    articles: [9, 16, 26, 27],
  },
  relationships: {
    meaning: 'Familj, syskon, vänner och andra vuxna. Att höra till och bli lyssnad på.',
    adult: {
      opening: message('Vilka är viktiga för barnet? Vad fungerar mellan dem?'),
      working: message('Vilka är viktiga för barnet, och vad gör de bra ihop?'),
      challenging: message('Vad är utmanande mellan barnet och andra?'),
    },
    child: {
      opening: message('Vilka är viktiga för dig? Vem är du gärna med?'),
      working: message('Vem är du gärna med?'),
      challenging: message('När känns det ensamt eller svårt med andra?'),
    },
    articles: [2, 9, 10, 12, 15, 31],
  },
}
