-- Orders dispatched in a circle are found by the moment of the newest such dispatch, kept beside their figures (shared/figure/fold.ts).
ALTER TABLE "order_figure" ADD COLUMN "circled_at" timestamp with time zone;--> statement-breakpoint
UPDATE "order_figure" f SET "circled_at" = c.at FROM (
  SELECT DISTINCT ON (order_id) order_id, at FROM (
    SELECT order_id, at, seq, row_number() OVER (PARTITION BY order_id, data ->> 'unitId' ORDER BY seq) AS nth
    FROM "event" WHERE kind = 'order.dispatched' AND order_id IS NOT NULL
  ) dispatched WHERE nth > 1 ORDER BY order_id, seq DESC
) c WHERE c.order_id = f.order_id;--> statement-breakpoint
CREATE INDEX "order_figure_circled" ON "order_figure" USING btree ("circled_at","order_id") WHERE "circled_at" is not null;--> statement-breakpoint
DROP INDEX "event_dispatched";--> statement-breakpoint
CREATE INDEX "event_reached_late" ON "event" USING btree ("at","order_id") INCLUDE ("actor") WHERE "kind" = 'order.contacted' AND "data" ->> 'result' = 'reached' AND (extract(hour from ("at" at time zone 'Asia/Shanghai')) >= 18 OR extract(hour from ("at" at time zone 'Asia/Shanghai')) < 8);--> statement-breakpoint
CREATE INDEX "event_raised_late" ON "event" USING btree ("at","order_id") INCLUDE ("actor") WHERE "kind" = 'due.moved' AND "data" ->> 'because' = 'classify' AND ("data" ->> 'to')::float8 > ("data" ->> 'from')::float8 AND to_timestamp(("data" ->> 'from')::float8 / 1000) - "at" <= interval '4 hours';--> statement-breakpoint
DROP INDEX "event_raised";--> statement-breakpoint
CREATE INDEX "event_reworked" ON "event" USING btree ("order_id","at") WHERE "kind" in ('order.reopened', 'order.supervised');--> statement-breakpoint
DROP INDEX "event_actor";--> statement-breakpoint
DROP INDEX "event_actor_kind";--> statement-breakpoint
CREATE INDEX "event_actor_kind" ON "event" USING btree ("actor","kind","at","id") INCLUDE ("actor_unit_id");--> statement-breakpoint
DROP INDEX "event_unit";--> statement-breakpoint
CREATE INDEX "event_unit_kind" ON "event" USING btree ("actor_unit_id","kind","at","id") WHERE "actor_unit_id" is not null;
