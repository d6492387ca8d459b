package io.keelson.api.tenant;

/** How many people work for a tenant. */
public enum OrganizationSize {
    FROM_1_TO_10,
    FROM_11_TO_50,
    FROM_51_TO_200,
    FROM_201_TO_1000,
    OVER_1000
}
