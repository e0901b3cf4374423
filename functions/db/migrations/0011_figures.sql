CREATE TABLE "order_figure" (
	"order_id" uuid PRIMARY KEY NOT NULL,
	"channel" text NOT NULL,
	"reporter_kind" text NOT NULL,
	"unit_id" uuid,
	"matter_id" uuid,
	"stage" text NOT NULL,
	"town" text,
	"complexity" text,
	"cause" text,
	"submitted_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"first_resolved_at" timestamp with time zone,
	"last_resolved_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"declined_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	"appealed" boolean NOT NULL,
	"returned" integer NOT NULL,
	"reclassified" integer NOT NULL,
	"extended" integer NOT NULL,
	"urged" integer NOT NULL,
	"supervised" integer NOT NULL,
	"reopened" integer NOT NULL,
	"work_minutes" integer,
	"first_work_minutes" integer
);--> statement-breakpoint
CREATE INDEX "order_figure_submitted" ON "order_figure" USING btree ("submitted_at");--> statement-breakpoint
CREATE INDEX "order_figure_unit" ON "order_figure" USING btree ("unit_id","submitted_at");--> statement-breakpoint
CREATE INDEX "order_figure_resolved" ON "order_figure" USING btree ("last_resolved_at") WHERE "last_resolved_at" is not null;--> statement-breakpoint
CREATE INDEX "order_figure_closed" ON "order_figure" USING btree ("closed_at") WHERE "closed_at" is not null;--> statement-breakpoint
CREATE TABLE "round_figure" (
	"order_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"resolved_at" timestamp with time zone NOT NULL,
	"unit_callback" boolean NOT NULL,
	"district_callback" boolean NOT NULL,
	"solved" boolean,
	"satisfaction" integer,
	CONSTRAINT "round_figure_pk" PRIMARY KEY("order_id","round")
);--> statement-breakpoint
CREATE INDEX "round_figure_resolved" ON "round_figure" USING btree ("resolved_at");--> statement-breakpoint
CREATE INDEX "clock_due" ON "clock" USING btree ("kind","due_at");
