-- Handling times are read from packs of days (functions/figure/day-pack.ts); every day that has some is marked, and packed by the next fold.
CREATE TABLE "figure_pack" (
	"part" text NOT NULL,
	"day" integer NOT NULL,
	"n" integer NOT NULL,
	"words" jsonb NOT NULL,
	"data" text NOT NULL,
	CONSTRAINT "figure_pack_part_day_pk" PRIMARY KEY("part","day")
);--> statement-breakpoint
ALTER TABLE "figure_pack" ALTER COLUMN "data" SET STORAGE EXTERNAL;--> statement-breakpoint
CREATE TABLE "figure_stale" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"day" integer NOT NULL
);--> statement-breakpoint
CREATE INDEX "figure_stale_day" ON "figure_stale" USING btree ("day");--> statement-breakpoint
INSERT INTO "figure_stale" ("day") SELECT DISTINCT ("last_resolved_at" AT TIME ZONE 'Asia/Shanghai')::date - date '1970-01-01' FROM "order_figure" WHERE "last_resolved_at" IS NOT NULL AND "accepted_at" IS NOT NULL;--> statement-breakpoint
DELETE FROM "figure_spread" WHERE "by" <> 'unit_id' OR "measure" < 4;--> statement-breakpoint
CREATE INDEX "order_figure_matter_handled" ON "order_figure" USING btree ("matter_id","last_resolved_at") INCLUDE ("work_minutes","natural_minutes","first_work_minutes","first_natural_minutes","unit_id","channel","town","stage","reporter_kind","complexity","cause","accepted_at") WHERE "work_minutes" IS NOT NULL AND "accepted_at" IS NOT NULL;--> statement-breakpoint
DROP INDEX "order_figure_work_wide";--> statement-breakpoint
DROP INDEX "order_figure_natural_wide";--> statement-breakpoint
DROP INDEX "order_figure_first_work_wide";--> statement-breakpoint
DROP INDEX "order_figure_first_natural_wide";--> statement-breakpoint
CREATE INDEX "clock_red" ON "clock" USING btree ("due_at") INCLUDE ("original_due_at","kind","holder_unit_id","order_id") WHERE "ended_at" IS NULL;
