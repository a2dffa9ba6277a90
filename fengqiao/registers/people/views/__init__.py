"""The pages 人员档案: the list, one person, and the forms that change him."""
