-- What is worth a look is found among few records: each pattern along an index of the records that can show it (functions/inspection/patterns.ts).
CREATE INDEX "event_reached" ON "event" USING btree ("at","order_id") INCLUDE ("actor") WHERE "kind" = 'order.contacted' AND "data" ->> 'result' = 'reached';--> statement-breakpoint
CREATE INDEX "event_unreached" ON "event" USING btree ("at","order_id") WHERE "kind" = 'order.contacted' AND "data" ->> 'result' = 'unreached';--> statement-breakpoint
CREATE INDEX "event_self_callback" ON "event" USING btree ("at","order_id") WHERE "kind" = 'unit-callback.made' AND ("data" ->> 'self')::boolean;--> statement-breakpoint
CREATE INDEX "event_raised" ON "event" USING btree ("at","order_id") WHERE "kind" = 'due.moved' AND "data" ->> 'because' = 'classify';--> statement-breakpoint
CREATE INDEX "event_returned" ON "event" USING btree ("at","order_id") WHERE "kind" = 'order.returned';--> statement-breakpoint
CREATE INDEX "event_dispatched" ON "event" USING btree ("at","order_id") WHERE "kind" = 'order.dispatched';--> statement-breakpoint
CREATE INDEX "clock_rushed" ON "clock" USING btree ("due_at","order_id") WHERE "kind" in ('resolve', 'rectify') AND "outcome" = 'met' AND "due_at" - "ended_at" <= interval '30 minutes';--> statement-breakpoint
CREATE INDEX "order_figure_quick" ON "order_figure" USING btree ("first_resolved_at","order_id") WHERE "accepted_at" < "first_resolved_at" AND "first_resolved_at" - "accepted_at" < interval '10 minutes';--> statement-breakpoint
CREATE INDEX "event_actor_kind" ON "event" USING btree ("actor","kind","at","id");
