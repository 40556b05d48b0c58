#if hasFeature(Embedded)
#endif
