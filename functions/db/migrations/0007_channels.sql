CREATE TABLE "open_order_problem" (
	"order_id" uuid NOT NULL,
	"number" text NOT NULL,
	"problem" text NOT NULL,
	"found_at" timestamp with time zone NOT NULL,
	CONSTRAINT "open_order_problem_order_id_problem_pk" PRIMARY KEY("order_id","problem")
);--> statement-breakpoint
CREATE INDEX "open_order_problem_found" ON "open_order_problem" USING btree ("found_at","order_id");
