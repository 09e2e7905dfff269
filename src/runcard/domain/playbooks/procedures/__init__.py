"""What people do, in order: phases, runbooks and drills, and what stands in their fences."""
