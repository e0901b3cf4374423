import { eq } from 'drizzle-orm';
import type { Route } from '../../shared/order/command/intake';
import type { Channel, Stage } from '../../shared/order/vocabulary';
import { decideRoute } from '../../shared/routing/decide';
import { indexRules } from '../../shared/routing/index-rules';
import type { Db, Tx } from '../db/connect';
import { matterOwner, placeRule } from '../db/schema';
import type { Context } from './context';

export interface Place {
  channel: Channel;
  stage: Stage;
  hallUnitId: string | null;
  placeUnitId: string | null;
  town: string | null;
  matterId: string | null;
}

/** Which unit the rules name for a report, in one sentence each (spec 2, Routing). */
export async function findRoute(tx: Tx | Db, ctx: Context, place: Place): Promise<Route> {
  const owners = place.matterId
    ? await tx.select().from(matterOwner).where(eq(matterOwner.matterId, place.matterId))
    : [];
  const places = await tx.select().from(placeRule);
  // Whoever rings the district centre stands in no hall.
  const isCall = place.channel === 'phone' && place.hallUnitId === ctx.ref.tree.districtCentre;
  const asked = {
    appealed: false,
    returnedCount: 0,
    hallUnitId: place.hallUnitId,
    hallKnown: place.hallUnitId !== null && !isCall,
    stage: place.stage,
    placeUnitId: place.placeUnitId,
    placeTown: place.town,
    matterId: place.matterId,
    at: ctx.now(),
  };
  const rules = indexRules(owners, places, ctx.ref.tree.isUsable).rulesFor(asked);
  return decideRoute(asked, rules);
}
