import { z } from 'zod'
import { offenceSchema } from '#modules/casework/domain/offence.ts'
import authority from './authority.json' with { type: 'json' }
import cheques from './cheques.json' with { type: 'json' }
import corruption from './corruption.json' with { type: 'json' }
import customs from './customs.json' with { type: 'json' }
import damage from './damage.json' with { type: 'json' }
import drugs from './drugs.json' with { type: 'json' }
import drunkenness from './drunkenness.json' with { type: 'json' }
import family from './family.json' with { type: 'json' }
import firearms from './firearms.json' with { type: 'json' }
import forgery from './forgery.json' with { type: 'json' }
import fraud from './fraud.json' with { type: 'json' }
import health from './health.json' with { type: 'json' }
import homicide from './homicide.json' with { type: 'json' }
import honour from './honour.json' with { type: 'json' }
import immigration from './immigration.json' with { type: 'json' }
import liberty from './liberty.json' with { type: 'json' }
import minors from './minors.json' with { type: 'json' }
import press from './press.json' with { type: 'json' }
import publicOrder from './public-order.json' with { type: 'json' }
import sexual from './sexual.json' with { type: 'json' }
import state from './state.json' with { type: 'json' }
import theft from './theft.json' with { type: 'json' }
import threats from './threats.json' with { type: 'json' }
import tradeMarks from './trade-marks.json' with { type: 'json' }
import traffic from './traffic.json' with { type: 'json' }
import violence from './violence.json' with { type: 'json' }

/**
 * The offences a Moroccan precinct meets, each read in the text it names; labels in French are our translation.
 * `legalTexts` says which laws were read and which were not.
 */
export const offences = z
  .array(offenceSchema)
  .parse([
    ...authority,
    ...cheques,
    ...corruption,
    ...customs,
    ...damage,
    ...drugs,
    ...drunkenness,
    ...family,
    ...firearms,
    ...forgery,
    ...fraud,
    ...health,
    ...homicide,
    ...honour,
    ...immigration,
    ...liberty,
    ...minors,
    ...press,
    ...publicOrder,
    ...sexual,
    ...state,
    ...theft,
    ...threats,
    ...tradeMarks,
    ...traffic,
    ...violence,
  ])
