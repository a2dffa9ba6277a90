"""The pages 机构: places, offices, and the forms that change them."""
