-- Orders dispatched in a circle are found by the moment of the newest such dispatch, kept beside their figures (shared/figure/fold.ts).
ALTER TABLE "order_figure" ADD COLUMN "circled_at" timestamp with time zone;--> statement-breakpoint
UPDATE "order_figure" f SET "circled_at" = c.at FROM (
  SELECT DISTINCT ON (order_id) order_id, at FROM (
    SELECT order_id, at, seq, row_number() OVER (PARTITION BY order_id, data ->> 'unitId' ORDER BY seq) AS nth
    FROM "event" WHERE kind = 'order.dispatched' AND order_id IS NOT NULL
  ) dispatched WHERE nth > 1 ORDER BY order_id, seq DESC
) c WHERE c.order_id = f.order_id;--> statement-breakpoint
CREATE INDEX "order_figure_circled" ON "order_figure" USING btree ("circled_at","order_id") WHERE "circled_at" is not null;--> statement-breakpoint
DROP INDEX "event_dispatched";
