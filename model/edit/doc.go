// package edit is the one way a portfolio changes: the registry of fields, the changes made
// of them, the draft they work on and the patch that comes of it.
//
// Files, from the ground up: patch.go, plan_list.go, change.go, draft.go,
// change_cell.go, change_ourselves.go, change_plan.go, change_together.go,
// change_restore.go, field.go, change_paste.go, change_ballot.go, change_workshop.go,
// change_people.go, change_merge.go, change_edge.go, change_after.go, ballot_agree.go,
// change_branch.go, field_kinds.go, field_offering.go, field_ourselves.go,
// field_rates.go, field_settings.go, field_sharing.go, change_item.go, pack_fields.go,
// field_rows.go, guard.go, change_rate.go, change_parked.go, field_scored.go,
// field_plan.go, change_texts.go, room.go, pack_check.go, words.go.
package edit
