-- Received per month and year, by matter and stage and by matter and cause (functions/figure/view/matter-heat.ts, functions/learning/problem/effect.ts); changes still in line are taken up when they are folded.
CREATE TABLE "matter_stage_cell" (
	"whole" boolean NOT NULL,
	"level" smallint NOT NULL,
	"start" integer NOT NULL,
	"unit_id" uuid,
	"matter_id" uuid NOT NULL,
	"stage" text NOT NULL,
	"n" integer NOT NULL
);--> statement-breakpoint
CREATE TABLE "matter_cause_cell" (
	"matter_id" uuid NOT NULL,
	"cause" text NOT NULL,
	"start" integer NOT NULL,
	"unit_id" uuid,
	"n" integer NOT NULL
);--> statement-breakpoint
CREATE TEMPORARY TABLE "received_line" AS
SELECT unit_id, matter_id, stage, cause, date_trunc('month', date '1970-01-01' + share / 2048)::date - date '1970-01-01' AS start, sum(sign)::integer AS n
FROM (SELECT unit_id, matter_id, stage, cause, shares, 1 AS sign FROM "figure_share" UNION ALL
	SELECT unit_id, matter_id, stage, cause, shares, -sign FROM "figure_delta") lines, unnest(shares) AS share
WHERE share % 2048 = 0 AND matter_id IS NOT NULL GROUP BY 1, 2, 3, 4, 5;--> statement-breakpoint
INSERT INTO "matter_stage_cell" (whole, level, start, unit_id, matter_id, stage, n)
SELECT grouping(unit_id) = 1, level, span.start, unit_id, matter_id, stage, sum(n)
FROM received_line line CROSS JOIN LATERAL (VALUES (2, line.start), (3, date_trunc('year', date '1970-01-01' + line.start)::date - date '1970-01-01')) AS span(level, start)
GROUP BY level, span.start, matter_id, stage, GROUPING SETS ((unit_id), ()) HAVING sum(n) <> 0;--> statement-breakpoint
INSERT INTO "matter_cause_cell" (matter_id, cause, start, unit_id, n)
SELECT matter_id, cause, start, unit_id, sum(n) FROM received_line WHERE cause IS NOT NULL GROUP BY 1, 2, 3, 4 HAVING sum(n) <> 0;--> statement-breakpoint
DROP TABLE "received_line";--> statement-breakpoint
CREATE UNIQUE INDEX "matter_stage_cell_key" ON "matter_stage_cell" USING btree ("whole","unit_id","level","start","matter_id","stage") INCLUDE ("n") NULLS NOT DISTINCT;--> statement-breakpoint
CREATE UNIQUE INDEX "matter_cause_cell_key" ON "matter_cause_cell" USING btree ("start","cause","matter_id","unit_id") INCLUDE ("n") NULLS NOT DISTINCT;--> statement-breakpoint
CREATE INDEX "figure_spread_held" ON "figure_spread" USING btree ("value","measure","bucket","start") INCLUDE ("n") WHERE "by" = 'unit_id' AND "measure" >= 4;--> statement-breakpoint
CREATE INDEX "order_figure_returned" ON "order_figure" USING btree ("matter_id","order_id") INCLUDE ("unit_id","channel","reporter_kind","stage","town","complexity","cause") WHERE "returned" > 0;
