CREATE TABLE "figure_spread" (
	"by" text NOT NULL,
	"start" integer NOT NULL,
	"value" text,
	"measure" smallint NOT NULL,
	"bucket" smallint NOT NULL,
	"n" integer NOT NULL
);--> statement-breakpoint
CREATE UNIQUE INDEX "figure_spread_key" ON "figure_spread" USING btree ("by","start","value","measure","bucket") NULLS NOT DISTINCT;--> statement-breakpoint
CREATE INDEX "order_figure_work" ON "order_figure" USING btree ("unit_id","work_minutes","last_resolved_at") WHERE "work_minutes" is not null;--> statement-breakpoint
CREATE INDEX "order_figure_natural" ON "order_figure" USING btree ("unit_id","natural_minutes","last_resolved_at") WHERE "natural_minutes" is not null;--> statement-breakpoint
CREATE INDEX "order_figure_first_work" ON "order_figure" USING btree ("unit_id","first_work_minutes","last_resolved_at") WHERE "first_work_minutes" is not null;--> statement-breakpoint
CREATE INDEX "order_figure_first_natural" ON "order_figure" USING btree ("unit_id","first_natural_minutes","last_resolved_at") WHERE "first_natural_minutes" is not null;--> statement-breakpoint
CREATE TABLE "return_figure" (
	"order_id" uuid NOT NULL,
	"nth" integer NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"from_unit_id" uuid,
	"to_unit_id" uuid,
	CONSTRAINT "return_figure_pk" PRIMARY KEY("order_id","nth")
);--> statement-breakpoint
CREATE INDEX "return_figure_at" ON "return_figure" USING btree ("at","from_unit_id","to_unit_id");--> statement-breakpoint
CREATE INDEX "custody_open" ON "custody" USING btree ("unit_id","role","from_at") WHERE "to_at" is null;--> statement-breakpoint
CREATE INDEX "custody_ended" ON "custody" USING btree ("to_at") WHERE "to_at" is not null;
