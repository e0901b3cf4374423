CREATE TABLE "problem_item" (
	"id" uuid PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"cause" text NOT NULL,
	"detail" text NOT NULL,
	"source" text NOT NULL,
	"matter_ids" uuid[] NOT NULL,
	"owner_unit_id" uuid NOT NULL,
	"opened_by_district" boolean NOT NULL,
	"opened_by" uuid NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"responsible_id" uuid,
	"state" text NOT NULL,
	"drop_reason" text,
	"version" integer NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);--> statement-breakpoint
CREATE INDEX "problem_item_opened" ON "problem_item" USING btree ("opened_at","id");--> statement-breakpoint
CREATE INDEX "problem_item_owner" ON "problem_item" USING btree ("owner_unit_id","opened_at","id");--> statement-breakpoint
CREATE INDEX "problem_item_state" ON "problem_item" USING btree ("state","opened_at","id");--> statement-breakpoint
CREATE INDEX "problem_item_matter" ON "problem_item" USING gin ("matter_ids");--> statement-breakpoint
CREATE TABLE "problem_measure" (
	"id" uuid PRIMARY KEY NOT NULL,
	"item_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"text" text NOT NULL,
	"due" date NOT NULL,
	"first_due" date NOT NULL,
	"set_by" uuid NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	"done_by" uuid,
	"done_at" timestamp with time zone,
	"done_note" text,
	"judged_by" uuid,
	"judged_at" timestamp with time zone,
	"judgement" text,
	"void" boolean NOT NULL,
	CONSTRAINT "problem_measure_round" UNIQUE("item_id","round")
);--> statement-breakpoint
CREATE INDEX "problem_measure_due" ON "problem_measure" USING btree ("due");--> statement-breakpoint
CREATE TABLE "problem_evidence" (
	"item_id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"added_by" uuid NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "problem_evidence_pk" PRIMARY KEY("item_id","order_id")
);--> statement-breakpoint
CREATE INDEX "problem_evidence_order" ON "problem_evidence" USING btree ("order_id");--> statement-breakpoint
CREATE TABLE "problem_confirmation" (
	"unit_id" uuid NOT NULL,
	"month" text NOT NULL,
	"open_items" integer NOT NULL,
	"note" text NOT NULL,
	"confirmed_by" uuid NOT NULL,
	"confirmed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "problem_confirmation_pk" PRIMARY KEY("month","unit_id")
);--> statement-breakpoint
CREATE TABLE "practice" (
	"id" uuid PRIMARY KEY NOT NULL,
	"order_id" uuid,
	"item_id" uuid,
	"unit_id" uuid NOT NULL,
	"title" text NOT NULL,
	"problem" text NOT NULL,
	"approach" text NOT NULL,
	"effect" text NOT NULL,
	"state" text NOT NULL,
	"on_home" boolean NOT NULL,
	"version" integer NOT NULL,
	"proposed_by" uuid NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"reason" text
);--> statement-breakpoint
CREATE INDEX "practice_state" ON "practice" USING btree ("state","proposed_at","id");--> statement-breakpoint
CREATE INDEX "practice_unit" ON "practice" USING btree ("unit_id","proposed_at","id");--> statement-breakpoint
CREATE INDEX "practice_home" ON "practice" USING btree ("decided_at","id") WHERE "on_home";--> statement-breakpoint
CREATE INDEX "order_figure_cause" ON "order_figure" USING btree ("cause","matter_id","submitted_at");--> statement-breakpoint
CREATE INDEX "order_figure_cause_at" ON "order_figure" USING btree ("cause","submitted_at");--> statement-breakpoint
CREATE INDEX "event_problem" ON "event" USING btree (("data"->>'itemId'),"id") WHERE "data"->>'itemId' is not null;
